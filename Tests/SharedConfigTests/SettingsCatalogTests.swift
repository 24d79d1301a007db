import Testing

@testable import SharedConfig

@Suite("help and documentation")
struct SettingsCatalogTests {
    private let catalog = SharedSettings.catalog(for: .ranking, peers: [.currency, .history])
        .adding(
            SettingsGroup(
                "Keys",
                RequiredSetting("TOKEN", .nonEmpty, isSecret: true, summary: "The token | of something"),
                Setting("SHARD", .int(in: 1...4), default: 2, summary: "The shard")))

    /// The help without the table at its end.
    private func settingsPart(of help: String) -> Substring {
        help.firstRange(of: "Defaults that depend on").map { help[..<$0.lowerBound] } ?? help[...]
    }

    @Test("help lists every declared setting once, at the beginning of a line")
    func helpIsComplete() {
        let first = settingsPart(of: catalog.helpText).split(separator: "\n").filter {
            $0.hasPrefix("  ") && !$0.hasPrefix("   ")
        }
        .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(first == catalog.declarations.map(\.name))
        #expect(Set(first).count == first.count)
        #expect(first.first == "ENVIRONMENT" && first.last == "SHARD")
    }

    @Test("help fits its width and keeps one column")
    func helpIsAligned() {
        for width in [100, 72] {
            let lines = settingsPart(of: catalog.helpText(width: width)).split(separator: "\n").filter {
                $0.hasPrefix(" ")
            }
            #expect(lines.allSatisfy { $0.count <= width })
            let longest = catalog.declarations.map(\.name.count).max() ?? 0
            #expect(lines.allSatisfy { Array($0)[longest + 3] == " " && Array($0)[longest + 4] != " " })
        }
    }

    @Test("help gives what is accepted, the default, and a secret's file")
    func helpContent() {
        let unwrapped = catalog.helpText(width: 1000)
        #expect(unwrapped.contains("Where this runs. Accepts one of local, dev, staging, prod. Default: local."))
        #expect(unwrapped.contains("Default: text (local), json (dev, staging, prod)."))
        #expect(unwrapped.contains("Required. Secret: TOKEN_FILE may name a file that holds it."))
    }

    @Test("the table lists every declared setting once")
    func markdownIsComplete() {
        let rows = catalog.markdown.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(
            rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
                == catalog.declarations.map(\.name))
        #expect(rows.contains("| `SHARD` | 2 | a whole number from 1 to 4 | The shard. |"))
    }

    @Test("a bar in a text does not break the table")
    func markdownIsEscaped() {
        #expect(catalog.markdown.contains("The token \\| of something"))
    }

    @Test("catalogues with settings in common are put together without saying anything twice")
    func merging() {
        let other = SharedSettings.catalog(for: .currency, peers: [.history])
        let both = catalog.adding(other)
        let names = both.declarations.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(Set(names) == Set(catalog.declarations.map(\.name)).union(other.declarations.map(\.name)))
        #expect(both.groups.map(\.title) == catalog.groups.map(\.title))
        #expect(both.groups.last?.title == "Keys")
    }
}
