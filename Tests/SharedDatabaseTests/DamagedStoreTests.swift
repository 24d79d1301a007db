import Foundation
import GRDB
import SharedDatabase
import SharedTesting
import Testing

@Suite("Files that cannot be used", .timeLimit(.minutes(1)))
struct DamagedStoreTests {
    @Test(
        "something else than a database is refused and left as it is",
        arguments: ["x", "not a database", String(repeating: "day,rate\n", count: 1000)])
    func notADatabase(text: String) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try overwrite(path, with: Data(text.utf8))
            let error = try #require(throws: StoreError.self) { try Ledger.open(path) }
            #expect(error == .notADatabase(file: path))
            #expect(error.description.contains("put a backup in its place"))
            #expect(try contents(of: path) == Data(text.utf8))
        }
    }

    @Test("a file cut short is refused and left as it is", arguments: [1, 512, 4096, 40_000])
    func cutShort(missing: Int) async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...100, padding: 1000)
            let whole = try contents(of: path)
            try overwrite(path, with: whole.dropLast(missing))
            let error = try #require(throws: StoreError.self) { try Ledger.open(path) }
            guard case .damaged(path, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(error.description.contains("put a backup in its place"))
            #expect(try contents(of: path) == whole.dropLast(missing))
        }
    }

    @Test("a file that lost everything is refused, not begun anew")
    func emptied() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...3)
            try overwrite(path, with: Data())
            for _ in 1...2 {
                let error = try #require(throws: StoreError.self) { try Ledger.open(path) }
                guard case .damaged(path, _) = error else {
                    Issue.record("\(error)")
                    return
                }
            }
            #expect(try contents(of: path).isEmpty)
        }
    }

    @Test("a file that a killed first start left empty is begun again")
    func firstStartKilled() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try overwrite(path, with: Data())
            let store = try Ledger.open(path)
            try await Ledger.add(1...1, to: store)
            await store.close()
        }
    }

    @Test("a first start that was killed half way, with its journal left, is taken back and begun again")
    func firstStartKilledHalfWay() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let beginning = try DatabaseQueue(path: directory.file("beginning.sqlite"))
            try await beginning.writeWithoutTransaction { db in
                // A cache of one page, so that the transaction reaches the file before it is complete.
                try db.execute(
                    sql: "PRAGMA cache_size = 1; CREATE TABLE kept (text TEXT); BEGIN; CREATE TABLE entry (text TEXT)")
                for _ in 1...100 {
                    try db.execute(sql: "INSERT INTO entry VALUES (randomblob(1000))")
                }
                try copyAsIfKilled(directory.file("beginning.sqlite"), to: path, with: ["", "-journal"])
                try db.execute(sql: "ROLLBACK")
            }
            try beginning.close()
            let store = try Ledger.open(path, checkIntegrity: true)
            try await Ledger.add(1...1, to: store)
            #expect(try await store.read { try $0.tableExists("kept") })
            try await store.checkIntegrity()
            await store.close()
        }
    }

    @Test("a page with other bytes is found at the start, and by the check on demand")
    func overwrittenPage() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...100, padding: 1000)
            let whole = try contents(of: path)
            var bytes = whole
            // A page in the middle of the entries.
            let page = bytes.count / 4096 / 2
            bytes.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(repeating: 0x5A, count: 4096))
            try overwrite(path, with: bytes)
            let error = try #require(throws: StoreError.self) { try Ledger.open(path) }
            guard case .damaged(path, let findings) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!findings.isEmpty)
            #expect(error.description.contains("put a backup in its place"))

            // Damaged while it is open.
            try overwrite(path, with: whole)
            let store = try Ledger.open(path)
            try overwrite(path, with: bytes)
            await #expect(throws: StoreError.self) { try await store.checkIntegrity() }
            await #expect(throws: StoreError.self) { try await store.backup(to: directory.file("copy.sqlite")) }
            await store.close()
            #expect(try !directory.names().contains { $0.hasPrefix("copy") })
        }
    }

    @Test("a reference to a row that is missing is found by the check")
    func brokenReference() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...3)
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "DELETE FROM entry WHERE id = 2") }
            try other.close()
            #expect(
                throws: StoreError.damaged(
                    file: path, findings: ["row 2 of 'line' refers to a missing row of 'entry'"])
            ) {
                try Ledger.open(path, checkIntegrity: true)
            }
        }
    }

    @Test("a whole file passes the check")
    func whole() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            try await Ledger.make(at: path, entries: 1...100)
            let store = try Ledger.open(path, checkIntegrity: true)
            try await store.checkIntegrity()
            await store.close()
        }
    }

    @Test("a directory that cannot be made is named")
    func directoryCannotBeMade() async throws {
        try await withTemporaryDirectory { directory in
            try overwrite(directory.file("file"), with: Data())
            let error = try #require(throws: StoreError.self) { try Ledger.open(directory.file("file/ledger.sqlite")) }
            #expect(error.description.contains("its directory '\(directory.file("file"))' cannot be made"))
            #expect(error.description.contains("DATA_DIR"))
        }
    }

    @Test("a directory in the place of the file is named")
    func isADirectory() async throws {
        try await withTemporaryDirectory { directory in
            try FileManager.default.createDirectory(
                atPath: directory.file("ledger.sqlite"), withIntermediateDirectories: false)
            let error = try #require(throws: StoreError.self) { try Ledger.open(directory.file("ledger.sqlite")) }
            #expect(error.description.contains("it is a directory"))
        }
    }

    @Test("a directory that may not be written is named", .enabled(if: geteuid() != 0, "root may write everywhere"))
    func readOnlyDirectory() async throws {
        try await withTemporaryDirectory { directory in
            try FileManager.default.createDirectory(
                atPath: directory.file("data"), withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o500])
            let error = try #require(throws: StoreError.self) { try Ledger.open(directory.file("data/ledger.sqlite")) }
            #expect(error.description.contains("must be able to write in '\(directory.file("data"))'"))
        }
    }
}
