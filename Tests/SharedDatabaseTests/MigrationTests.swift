import GRDB
import SharedDatabase
import SharedTesting
import Testing

@Suite("Migrations", .timeLimit(.minutes(1)))
struct MigrationTests {
    private static func makesNothing(_ identifier: String) -> Migration {
        Migration(identifier, "Nothing.") { _ in }
    }

    @Test("are applied in order, once")
    func appliedOnce() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let logs = RecordedLogs()
            // Would fail the second time: the table is there then.
            await (try Ledger.open(path, migrations: [Ledger.first], logger: logs.logger)).close()
            await (try Ledger.open(path, logger: logs.logger)).close()
            await (try Ledger.open(path, logger: logs.logger)).close()
            let migrated = logs.lines.compactMap { $0.metadata["migrations"] }
            #expect(migrated == ["0001-entries", "0002-lines"])
        }
    }

    @Test("that this program does not know are refused by name, and the file is left as it is")
    func unknown() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            await (try Ledger.open(path)).close()
            let before = try contents(of: path)
            let error = try #require(throws: StoreError.self) {
                try Ledger.open(path, migrations: [Ledger.first])
            }
            #expect(error == .unknownMigrations(file: path, identifiers: ["0002-lines"]))
            #expect(error.description.contains(path) && error.description.contains("0002-lines"))
            #expect(error.description.contains("Run the newer version"))
            #expect(try contents(of: path) == before)
            await (try Ledger.open(path)).close()
        }
    }

    @Test("of another service are refused as such")
    func foreign() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            await (try Ledger.open(path)).close()
            let error = try #require(throws: StoreError.self) {
                try Ledger.open(path, migrations: [Migration("0001-other", "Another") { _ in }, Ledger.second])
            }
            #expect(error == .foreignMigrations(file: path, identifiers: ["0001-entries"]))
            #expect(error.description.contains("Check DATA_DIR"))
        }
    }

    @Test("that should have come earlier are refused")
    func outOfOrder() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let one = Self.makesNothing("0001-one")
            let three = Self.makesNothing("0003-three")
            await (try Ledger.open(path, migrations: [one, three])).close()
            #expect(throws: StoreError.migrationsOutOfOrder(file: path, missing: "0002-two", applied: "0003-three")) {
                try Ledger.open(path, migrations: [one, Self.makesNothing("0002-two"), three])
            }
        }
    }

    @Test("that fail leave nothing of themselves, and those before them stay")
    func failing() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("ledger.sqlite")
            let failing = Migration("0002-lines", "Fails half way.") { db in
                try db.execute(sql: "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT")
                try db.execute(sql: "INSERT INTO nowhere VALUES (1)")
            }
            let error = try #require(throws: StoreError.self) {
                try Ledger.open(path, migrations: [Ledger.first, failing])
            }
            #expect(
                error
                    == .migrationFailed(
                        file: path, identifier: "0002-lines", reason: "no such table: nowhere (SQLite 1)"))
            let store = try Ledger.open(path)
            let tables = try await store.read {
                try String.fetchAll(
                    $0, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%' ORDER BY 1")
            }
            #expect(tables == ["entry", "line"])
            await store.close()
        }
    }

    @Test("may not leave a reference to a row that is missing")
    func brokenReference() async throws {
        try await withTemporaryDirectory { directory in
            let broken = Migration("0003-broken", "A line without its entry.") {
                try $0.execute(sql: "INSERT INTO line (entry, text) VALUES (99, '')")
            }
            let error = try #require(throws: StoreError.self) {
                try Ledger.open(directory.file("ledger.sqlite"), migrations: Ledger.migrations + [broken])
            }
            guard case .migrationFailed(_, "0003-broken", _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(
        "must be numbered upwards and named",
        arguments: [
            ["0001-one", "0001-one"], ["0001-one", "0001-other"], ["0002-two", "0001-one"], ["1-one"], ["0001"],
            ["0001-"], ["0001-One"], ["0001_one"], ["00001-one"], ["one"], [""], ["0001-ein\u{FC}"],
        ])
    func malformed(identifiers: [String]) async throws {
        try await withTemporaryDirectory { directory in
            let error = try #require(throws: StoreError.self) {
                try Ledger.open(directory.file("x.sqlite"), migrations: identifiers.map(Self.makesNothing))
            }
            guard case .invalidMigrations = error else {
                Issue.record("\(error)")
                return
            }
            #expect(try directory.names().isEmpty)
        }
    }
}
