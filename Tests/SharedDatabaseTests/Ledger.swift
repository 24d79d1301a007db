import Foundation
import GRDB
import Logging
import SharedDatabase
import SharedTesting

/// A small store for these tests: entries, each with one line, written together.
enum Ledger {
    static let first = Migration("0001-entries", "Entries.") { db in
        try db.execute(sql: "CREATE TABLE entry (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    }
    static let second = Migration("0002-lines", "The line of each entry.") { db in
        try db.execute(
            sql: "CREATE TABLE line (entry INTEGER NOT NULL UNIQUE REFERENCES entry (id), text TEXT NOT NULL) STRICT")
    }
    static let migrations = [first, second]

    static func open(
        _ path: String, named service: String = "ledger", migrations: [Migration] = migrations,
        checkIntegrity: Bool = false, logger: Logger = RecordedLogs().logger
    ) throws -> Store {
        try Store.open(
            at: path, named: service, migrations: migrations, checkIntegrity: checkIntegrity, logger: logger)
    }

    /// Writes entries with their lines in one transaction.
    static func add(_ ids: ClosedRange<Int>, padding: Int = 0, to store: Store) async throws {
        let text = String(repeating: "x", count: padding)
        try await store.write { db in
            for id in ids {
                try db.execute(sql: "INSERT INTO entry (id, text) VALUES (?, ?)", arguments: [id, text])
                try db.execute(sql: "INSERT INTO line (entry, text) VALUES (?, ?)", arguments: [id, text])
            }
        }
    }

    static func ids(in store: Store) async throws -> [Int] {
        try await store.read { try Int.fetchAll($0, sql: "SELECT id FROM entry ORDER BY id") }
    }

    /// Makes a store with entries and closes it.
    static func make(at path: String, entries: ClosedRange<Int>, padding: Int = 0) async throws {
        let store = try open(path)
        try await add(entries, padding: padding, to: store)
        await store.close()
    }
}

/// What a `kill -9` at this moment would leave: the database and its log. Copied by another process, since closing a
/// file here would drop the locks that SQLite holds on it in this one.
func copyAsIfKilled(_ original: String, to path: String, with suffixes: [String] = ["", "-wal"]) throws {
    for suffix in suffixes {
        let copy = Process()
        copy.executableURL = URL(fileURLWithPath: "/bin/cp")
        copy.arguments = [original + suffix, path + suffix]
        try copy.run()
        copy.waitUntilExit()
        guard copy.terminationStatus == 0 else { throw TestFailure("cp ended with \(copy.terminationStatus)") }
    }
}

/// The bytes of a file that no connection of this process has open.
func contents(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
}

/// Replaces a file that no connection of this process has open.
func overwrite(_ path: String, with bytes: Data) throws {
    try bytes.write(to: URL(fileURLWithPath: path))
}
