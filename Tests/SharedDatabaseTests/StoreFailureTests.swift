import GRDB
import Logging
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@Suite("Failures of the database", .timeLimit(.minutes(1)))
struct StoreFailureTests {
    @Test("reach the caller without the inside, and the log with it")
    func hidesTheInside() async throws {
        let logs = RecordedLogs()
        try await withTemporaryStore(migrations: Ledger.migrations, logger: logs.logger) { store in
            let error = try await #require(throws: ServiceError.self) {
                try await store.read { try Int.fetchOne($0, sql: "SELECT id FROM secret_table WHERE id = 'user-7'") }
            }
            #expect(error.code == .databaseUnavailable)
            for word in ["secret_table", "SELECT", "user-7", store.path] {
                #expect(!error.message.contains(word))
            }
            #expect(error.details.isEmpty)
            let line = try #require(logs.lines.last { $0.level == .error })
            #expect(line.metadata["sqlite_message"] == "no such table: secret_table")
            #expect(line.metadata["sqlite_code"] == "1")
            #expect(line.metadata["store"] == "test")
        }
    }

    @Test("never log a value that was bound, which may be a user's")
    func logsNoArguments() async throws {
        let logs = RecordedLogs()
        try await withTemporaryStore(migrations: Ledger.migrations, logger: logs.logger) { store in
            await #expect(throws: ServiceError.self) {
                try await store.write {
                    try $0.execute(sql: "INSERT INTO entry (id, text) VALUES (?, ?)", arguments: ["user-7", ""])
                }
            }
            let line = try #require(logs.lines.last { $0.level == .error })
            #expect(!line.message.contains("user-7"))
            #expect(!line.metadata.values.contains { $0.contains("user-7") })
        }
    }

    @Test(
        "that another try would only repeat are internal errors",
        arguments: [
            // A missing parent, a value of the wrong type in a STRICT table, a null, a second row with one key.
            "INSERT INTO line (entry, text) VALUES (99, '')",
            "INSERT INTO entry (id, text) VALUES ('one', '')",
            "INSERT INTO entry (id, text) VALUES (1, NULL)",
            "INSERT INTO entry (id, text) VALUES (1, ''), (1, '')",
        ])
    func mistakesOfOurs(sql: String) async throws {
        try await withTemporaryStore(migrations: Ledger.migrations) { store in
            let error = try await #require(throws: ServiceError.self) {
                try await store.write { try $0.execute(sql: sql) }
            }
            #expect(error.code == .internalError)
        }
    }

    @Test("a full disk refuses the write, keeps what was there and goes on answering reads")
    func fullDisk() async throws {
        let logs = RecordedLogs()
        try await withTemporaryStore(migrations: Ledger.migrations, logger: logs.logger) { store in
            try await Ledger.add(1...3, to: store)
            // SQLite reports this limit as it reports a full disk: SQLITE_FULL, 13.
            try await store.write { db in
                let pages = try #require(try Int.fetchOne(db, sql: "PRAGMA page_count"))
                try db.execute(sql: "PRAGMA max_page_count = \(pages)")
            }
            let error = try await #require(throws: ServiceError.self) {
                try await Ledger.add(4...100, padding: 1000, to: store)
            }
            #expect(error.code == .databaseUnavailable)
            #expect(logs.lines.last { $0.level == .error }?.metadata["sqlite_code"] == "13")
            #expect(try await Ledger.ids(in: store) == [1, 2, 3])
            try await store.checkIntegrity()
        }
    }
}
