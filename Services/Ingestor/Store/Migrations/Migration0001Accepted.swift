import GRDB
import SharedDatabase

extension IngestorStore {
    /// What was accepted, by what it is about: one row a source and day, replaced by a correction.
    static let accepted = Migration("0001-accepted", "Accepted sheets and price editions") { db in
        try db.execute(
            sql: """
                CREATE TABLE accepted_sheet (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL, -- days since 1970-01-01
                    content_hash BLOB NOT NULL, -- SHA-256 of quotes
                    quotes BLOB NOT NULL, -- see SheetContent
                    origin TEXT NOT NULL, -- shipped, live
                    recorded_at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
                    PRIMARY KEY (source, day)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE accepted_edition (
                    source TEXT NOT NULL,
                    item TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    content_hash BLOB NOT NULL,
                    origin TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    PRIMARY KEY (source, item, day)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
