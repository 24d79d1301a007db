import Foundation
import GRDB
import Logging
import SharedDatabase

/// Every row of a store, but for what differs between two loads of the same facts: when each was recorded, and the
/// bookkeeping of deliveries and migrations.
package struct StoreRows: Sendable, Equatable {
    /// The rows of each table as text, in the order of its key.
    package let tables: [String: [String]]

    private static let bookkeeping: Set<String> = [
        "inbox", "inbox_head", "grdb_migrations", "sqlite_sequence", "sqlite_stat1",
    ]
    private static let instants: Set<String> = ["recorded_at"]

    /// The rows of a store that may be in use: a copy of it is read.
    package init(ofStoreAt path: String) async throws {
        let directory = try TemporaryDirectory()
        let copy = directory.file("copy.sqlite")
        _ = try await Store.backup(of: path, to: copy, logger: RecordedLogs().logger)
        var configuration = Configuration()
        configuration.readonly = true
        tables = try await DatabaseQueue(path: copy, configuration: configuration).read { db in
            let names = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            var tables: [String: [String]] = [:]
            for name in names where !Self.bookkeeping.contains(name) {
                tables[name] = try Self.rows(of: name, in: db)
            }
            return tables
        }
    }

    /// How many rows a table has.
    package func count(_ table: String) -> Int { tables[table]?.count ?? 0 }

    /// Where two stores differ first, for a person; nil when they do not.
    package func difference(from other: StoreRows) -> String? {
        for table in Set(tables.keys).union(other.tables.keys).sorted() {
            let ours = tables[table] ?? []
            let theirs = other.tables[table] ?? []
            if let index = zip(ours, theirs).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset {
                return "\(table)[\(index)]: \(ours[index]) / \(theirs[index])"
            }
            if ours.count != theirs.count { return "\(table): \(ours.count) rows / \(theirs.count) rows" }
        }
        return nil
    }

    private static func rows(of table: String, in db: Database) throws -> [String] {
        let columns = try db.columns(in: table).map(\.name).filter { !instants.contains($0) }
        let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let joined = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
        return try String.fetchAll(db, sql: "SELECT \(joined) FROM \"\(table)\" ORDER BY \(list)")
    }
}
