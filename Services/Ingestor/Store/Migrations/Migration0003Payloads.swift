import GRDB
import SharedDatabase

extension IngestorStore {
    /// What sources sent, byte for byte: a mistake in an adapter can be put right and the payloads read again.
    static let payloads = Migration("0003-payloads", "Raw payloads, each content once") { db in
        try db.execute(
            sql: """
                CREATE TABLE payload_content (
                    hash BLOB PRIMARY KEY, -- SHA-256 of bytes
                    bytes BLOB NOT NULL -- as sent, not compressed
                ) STRICT;
                CREATE TABLE payload (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    source TEXT NOT NULL,
                    fetched_at INTEGER NOT NULL,
                    url TEXT NOT NULL, -- without anything secret
                    status INTEGER NOT NULL,
                    headers TEXT NOT NULL, -- a JSON object
                    size INTEGER NOT NULL, -- bytes
                    hash BLOB NOT NULL REFERENCES payload_content (hash)
                ) STRICT;
                CREATE INDEX payload_by_hash ON payload (hash, id);
                """)
    }
}
