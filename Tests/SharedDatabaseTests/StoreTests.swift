import Foundation
import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@Suite("Store", .timeLimit(.minutes(1)))
struct StoreTests {
    private struct Refusal: Error, Equatable {}

    @Test("every commit is forced to the disk, and what stack.md asks of a connection is set")
    func settings() async throws {
        try await withTemporaryStore(migrations: Ledger.migrations) { store in
            // sqlite.org/pragma.html: synchronous 2 is FULL, secure_delete 0 is OFF.
            let expected = [
                "journal_mode": "wal", "synchronous": "2", "mmap_size": "0", "foreign_keys": "1",
                "secure_delete": "0", "busy_timeout": "5000", "journal_size_limit": "16777216",
            ]
            let writing = try await store.write { db in
                try expected.mapValues { _ in "" }.keys.map { ($0, try pragma($0, db)) }
            }
            #expect(Dictionary(uniqueKeysWithValues: writing) == expected)
            let reading = try await store.read { db in
                try ["mmap_size", "foreign_keys"].map { try pragma($0, db) }
            }
            #expect(reading == ["0", "1"])
        }
    }

    @Test("a write is there for the next read and after the store is opened again")
    func keepsWhatIsWritten() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let store = try Ledger.open(path)
            try await Ledger.add(1...3, to: store)
            #expect(try await Ledger.ids(in: store) == [1, 2, 3])
            await store.close()
            let again = try Ledger.open(path)
            #expect(try await Ledger.ids(in: again) == [1, 2, 3])
            await again.close()
        }
    }

    @Test("a killed process loses no commit")
    func survivesAKill() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("ledger.sqlite"))
            try await Ledger.add(1...3, to: store)
            try copyAsIfKilled(store.path, to: directory.file("killed.sqlite"))
            await store.close()
            let after = try Ledger.open(directory.file("killed.sqlite"), checkIntegrity: true)
            #expect(try await Ledger.ids(in: after) == [1, 2, 3])
            await after.close()
        }
    }

    @Test("nothing remains of a write that throws, and its error comes through as it is")
    func rollsBack() async throws {
        try await withTemporaryStore(migrations: Ledger.migrations) { store in
            await #expect(throws: Refusal()) {
                try await store.write { db in
                    try db.execute(sql: "INSERT INTO entry (id, text) VALUES (1, '')")
                    throw Refusal()
                }
            }
            let ids = try await Ledger.ids(in: store)
            #expect(ids.isEmpty)
        }
    }

    @Test("nothing remains of a write whose task is cancelled")
    func cancelledWrite() async throws {
        try await withTemporaryStore(migrations: Ledger.migrations) { store in
            let write = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await Ledger.add(1...1, to: store)
            }
            await #expect(throws: CancellationError.self) { try await write.value }
            let ids = try await Ledger.ids(in: store)
            #expect(ids.isEmpty)
        }
    }

    @Test("its size is that of the database and its log")
    func size() async throws {
        try await withTemporaryStore(migrations: Ledger.migrations) { store in
            let before = try store.fileSizeBytes
            try await Ledger.add(1...100, padding: 1000, to: store)
            // 200 texts of 1000 bytes are on the disk now, in the log.
            #expect(try store.fileSizeBytes > before + 200_000)
            let isEmptied = try await store.checkpoint()
            #expect(isEmptied)
            let pages = try await store.read { try Int64.fetchOne($0, sql: "PRAGMA page_count") }
            let pageSize = try await store.read { try Int64.fetchOne($0, sql: "PRAGMA page_size") }
            #expect(try store.fileSizeBytes == (try #require(pages)) * (try #require(pageSize)))
        }
    }

    @Test("a directory that is missing is made, for its owner only")
    func makesItsDirectory() async throws {
        try await withTemporaryDirectory { directory in
            let store = try Ledger.open(directory.file("new/data/ledger.sqlite"))
            await store.close()
            let attributes = try FileManager.default.attributesOfItem(atPath: directory.file("new/data"))
            #expect(attributes[.posixPermissions] as? Int == 0o700)
        }
    }

    @Test("tables that are not strict are found")
    func findsTablesThatAreNotStrict() async throws {
        let loose = Migration("0003-loose", "Not strict.") { try $0.execute(sql: "CREATE TABLE loose (any)") }
        try await withTemporaryStore(migrations: Ledger.migrations + [loose]) { store in
            let names = try await store.tablesThatAreNotStrict()
            #expect(names == ["loose"])
        }
    }

    private func pragma(_ name: String, _ db: Database) throws -> String {
        try #require(try String.fetchOne(db, sql: "PRAGMA \(name)"))
    }
}
