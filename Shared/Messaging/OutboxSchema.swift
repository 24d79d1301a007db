import GRDB
package import SharedDatabase

extension Outbox {
    /// The tables of a producer: the log, its identity, who has read how far, and what was refused for good.
    package static let migration = Migration("0000-outbox", "The event log, its readers, and what they refused") { db in
        try db.execute(
            sql: """
                CREATE TABLE outbox_log (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    log_id TEXT NOT NULL
                ) STRICT;
                -- AUTOINCREMENT: a sequence is never given twice, even after the newest event was removed.
                CREATE TABLE outbox (
                    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
                    previous_sequence INTEGER NOT NULL,
                    topic TEXT NOT NULL,
                    key TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    correlation_id TEXT NOT NULL,
                    traceparent TEXT NOT NULL,
                    body BLOB NOT NULL
                ) STRICT;
                CREATE INDEX outbox_by_topic ON outbox (topic, sequence);
                CREATE INDEX outbox_by_key ON outbox (topic, key, sequence);
                CREATE TABLE outbox_subscriber (
                    name TEXT PRIMARY KEY,
                    acknowledged_sequence INTEGER NOT NULL,
                    topics TEXT NOT NULL, -- a JSON array
                    updated_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE dead_letter (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    subscriber TEXT NOT NULL,
                    sequence INTEGER NOT NULL,
                    topic TEXT NOT NULL,
                    key TEXT NOT NULL,
                    body BLOB NOT NULL,
                    reason TEXT NOT NULL,
                    refused_at INTEGER NOT NULL,
                    redriven_at INTEGER,
                    UNIQUE (subscriber, sequence)
                ) STRICT;
                """)
        try db.execute(
            sql: "INSERT INTO outbox_log (id, log_id) VALUES (1, lower(hex(randomblob(16))))")
    }
}
