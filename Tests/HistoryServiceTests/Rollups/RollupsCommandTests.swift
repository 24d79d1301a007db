import Foundation
import GRDB
import SharedConfig
import SharedDatabase
import SharedDomain
import SharedRuntime
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Rebuilding the rollups of a stopped service")
struct RollupsCommandTests {
    private func config(_ directory: TemporaryDirectory) throws -> HistoryConfig {
        try HistoryConfig.read(from: SettingsReader(environment: ["DATA_DIR": directory.file("data")]))
    }

    private func environment(_ time: HandMovedTime = HandMovedTime()) -> HostEnvironment {
        HostEnvironment(logger: RecordedLogs().logger, time: time.source)
    }

    @Test("it says how many bars it wrote and how many differed, and gives the store back")
    func rebuilt() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let store = try await filled(config)
        try await store.write { try $0.execute(sql: "DELETE FROM bar WHERE currency = 'EUR'") }
        await store.close()
        for differing in [3, 0] {
            let said = try await HistoryService.rebuildRollups(config, environment()) { _ in }
            #expect(said.hasPrefix("wrote 6 bars, \(differing) of which differed"), "\(said)")
        }
    }

    @Test("while the service runs, the store's lock says who has it")
    func locked() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let store = try environment().openStore(
            of: HistoryService.identity, config.host, migrations: HistoryMigrations.all)
        let refusal = await #expect(throws: StoreError.self) {
            _ = try await HistoryService.rebuildRollups(config, environment()) { _ in }
        }
        #expect(refusal.map { "\($0)".contains("stop that one first") } == true)
        await store.close()
    }

    @Test("without a store there is nothing to rebuild, and none is made")
    func missing() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let refusal = await #expect(throws: StoreError.self) {
            _ = try await HistoryService.rebuildRollups(config, environment()) { _ in }
        }
        #expect(refusal.map { "\($0)".hasSuffix("cannot be used: there is no such file; check DATA_DIR.") } == true)
        #expect(!FileManager.default.fileExists(atPath: config.host.storePath(of: HistoryService.identity)))
    }

    @Test("a damaged store is found before anything is written, and it says what to do")
    func damaged() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let path = config.host.storePath(of: HistoryService.identity)
        let store = try await filled(config)
        let (page, size) = try await store.read { db in
            let page = try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'observation'")
            return (try #require(page), try #require(try Int.fetchOne(db, sql: "PRAGMA page_size")))
        }
        await store.close()
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seek(toOffset: UInt64((page - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xFF, count: size))
        try file.close()
        let refusal = await #expect(throws: StoreError.self) {
            _ = try await HistoryService.rebuildRollups(config, environment()) { _ in }
        }
        let said = refusal.map { "\($0)" } ?? ""
        #expect(said.hasPrefix("The store '\(path)' is damaged"), "\(said)")
        #expect(said.contains("put a backup in its place"), "\(said)")
    }

    @Test("a store that fails in the middle is named, and nobody is told to try again later")
    func failing() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let store = try await filled(config)
        try await store.write { db in
            try db.execute(
                sql: "CREATE TRIGGER full BEFORE INSERT ON bar BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
        await store.close()
        let refusal = await #expect(throws: StoreError.self) {
            _ = try await HistoryService.rebuildRollups(config, environment()) { _ in }
        }
        let said = refusal.map { "\($0)" } ?? ""
        #expect(said.contains(config.host.storePath(of: HistoryService.identity)) && said.contains("as the log says"))
        #expect(!said.contains("try again later"), "\(said)")
    }

    /// A store with a day of two publications.
    private func filled(_ config: HistoryConfig) async throws -> Store {
        let store = try environment().openStore(
            of: HistoryService.identity, config.host, migrations: HistoryMigrations.all)
        try await Bench(store).receive([
            publication("2026-10-30", hour: 0, ["USD": "1331", "EUR": "1500"]),
            publication("2026-10-30", hour: 3, ["USD": "1335", "EUR": "1501"]),
        ])
        return store
    }

    @Test("what takes longer than two seconds is reported once a second")
    func progress() async throws {
        let directory = try TemporaryDirectory()
        let config = try config(directory)
        let store = try environment().openStore(
            of: HistoryService.identity, config.host, migrations: HistoryMigrations.all)
        let codes = ["AUD", "CAD", "CHF", "CNY", "EUR", "GBP", "JPY", "USD"]
        let prices = Dictionary(uniqueKeysWithValues: codes.map { ($0, "1300") })
        try await Bench(store).receive([
            publication("2026-10-30", hour: 0, prices), publication("2026-10-30", hour: 3, prices),
        ])
        await store.close()
        // A clock that goes on by half a second whenever it is looked at.
        let time = HandMovedTime()
        var slow = environment(time)
        slow.time = TimeSource(
            now: {
                time.advance(by: .milliseconds(500))
                return time.now
            }, sleep: time.source.sleep)
        var said: [String] = []
        _ = try await HistoryService.rebuildRollups(config, slow) { said.append($0) }
        #expect(said == ["4 of 8 currencies", "6 of 8 currencies", "8 of 8 currencies"])
    }
}
