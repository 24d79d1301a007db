import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import SharedRuntime

@Suite("the keys commands")
struct KeysCommandTests {
    @Test(
        "a lifetime is a whole number and a unit",
        arguments: [
            ("1h", 3_600), ("12h", 43_200), ("90d", 7_776_000), ("52w", 31_449_600), ("3660d", 316_224_000),
            ("0d", nil), ("3661d", nil), ("-1d", nil), ("+1d", nil), ("01d", nil), ("1.5d", nil), ("90", nil),
            ("d", nil),
            ("", nil), ("90 d", nil), ("90m", nil), ("9999999999999999999d", nil),
        ] as [(String, Int?)])
    func lifetimes(_ text: String, _ seconds: Int?) {
        #expect(KeyLifetime(argument: text)?.duration == seconds.map { .seconds($0) })
    }

    @Test("the list has a line for each key, without its secret, the label last")
    func list() async throws {
        let time = HandMovedTime()
        try await withTemporaryDirectory { directory in
            let store = KeyStore(path: directory.file("keys.json"), time: time.source)
            let first = try await store.create(
                tier: .premium, scopes: [.read, .admin], label: "a shop", lifetime: .seconds(3_600))
            let second = try await store.create(tier: .standard, scopes: [.write], label: "b")
            let text = KeyTable(try store.list(), at: time.now).text
            let lines = text.split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
            #expect(lines[0] == ["ID", "STATE", "TIER", "SCOPES", "CREATED", "EXPIRES", "LABEL"])
            #expect(lines[1].first == first.entry.id && lines[2].first == second.entry.id)
            #expect(text.contains("read,admin  2026-10-30T15:00:00Z  2026-10-30T16:00:00Z  a shop"))
            #expect(text.contains("never") && !text.contains("ctk_"))
        }
    }
}
