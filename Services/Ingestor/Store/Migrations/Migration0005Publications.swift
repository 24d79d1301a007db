import GRDB
import SharedDatabase

extension IngestorStore {
    /// A source may publish several sheets for one day, each known by its moment. What was accepted before is the only
    /// sheet of its day.
    static let publications = Migration("0005-publications", "Several accepted sheets of a source and day") { db in
        try db.execute(
            sql: """
                CREATE TABLE accepted_publication (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL, -- days since 1970-01-01
                    publication INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z; 0: the only one of its day
                    content_hash BLOB NOT NULL, -- SHA-256 of quotes
                    quotes BLOB NOT NULL, -- see SheetContent
                    origin TEXT NOT NULL, -- shipped, live
                    recorded_at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
                    PRIMARY KEY (source, day, publication)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO accepted_publication
                SELECT source, day, 0, content_hash, quotes, origin, recorded_at FROM accepted_sheet;
                DROP TABLE accepted_sheet;
                ALTER TABLE accepted_publication RENAME TO accepted_sheet;
                """)
    }
}
