import Testing

@testable import SharedConfig

@Suite("settings whose default depends on the environment")
struct EnvironmentSettingTests {
    private let ceiling = EnvironmentSetting<Int>(
        "CEILING", .int(in: 0...9999), defaults: ByEnvironment(local: 0, dev: 100, staging: 500, prod: 2000),
        summary: "The ceiling")

    private var catalog: SettingsCatalog {
        SettingsCatalog([SettingsGroup("General", SharedSettings.environment, ceiling)])
    }

    private func value(_ environment: [String: String]) throws -> Int {
        try SettingsReader(environment: environment).read(catalog)[ceiling]
    }

    @Test(
        "the environment decides what holds when nothing is set",
        arguments: [("local", 0), ("dev", 100), ("staging", 500), ("prod", 2000)])
    func defaults(_ environment: String, _ expected: Int) throws {
        #expect(try value(["ENVIRONMENT": environment]) == expected)
    }

    @Test("without ENVIRONMENT it is local")
    func unset() throws {
        #expect(try value([:]) == 0)
    }

    @Test("a value that is set wins everywhere")
    func given() throws {
        #expect(try value(["ENVIRONMENT": "prod", "CEILING": "7"]) == 7)
    }

    @Test("a malformed value is never replaced by a default")
    func malformed() {
        let said = problems(reading: SharedSettings.environment, ceiling, environment: ["CEILING": "7x"])
        #expect(said.count == 1)
        #expect(said.first?.contains("CEILING is \"7x\"") == true)
    }

    @Test("an unknown environment is the one problem, not a reason for other defaults")
    func unknownEnvironment() {
        let said = problems(reading: SharedSettings.environment, ceiling, environment: ["ENVIRONMENT": "test"])
        #expect(said.count == 1)
        #expect(said.first?.contains("ENVIRONMENT") == true)
    }

    @Test("help and page show the four side by side, those alike together in the sentence")
    func shown() {
        let help = catalog.helpText(width: 1000)
        #expect(help.contains("Default: 0 (local), 100 (dev), 500 (staging), 2000 (prod)."))
        #expect(help.contains("  Name     local  dev  staging  prod\n  CEILING  0      100  500      2000\n"))
        #expect(
            catalog.markdown.contains(
                """
                | Name | local | dev | staging | prod |
                |---|---|---|---|---|
                | CEILING | 0 | 100 | 500 | 2000 |
                """))
    }
}
