import GRDB
import SharedDatabase

extension IngestorStore {
    /// What each collection came to, what was refused and why, and how each source stands.
    static let runs = Migration("0002-runs", "Collections, refused figures, the state of each source") { db in
        try db.execute(
            sql: """
                CREATE TABLE run (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    mode TEXT NOT NULL, -- scheduler, single, cronjob
                    started_at INTEGER NOT NULL,
                    finished_at INTEGER
                ) STRICT;
                CREATE TABLE run_source (
                    run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
                    source TEXT NOT NULL,
                    origin TEXT NOT NULL, -- shipped, live
                    accepted INTEGER NOT NULL,
                    duplicate INTEGER NOT NULL,
                    corrected INTEGER NOT NULL,
                    refused INTEGER NOT NULL,
                    failure TEXT, -- why it failed; NULL when it did not
                    PRIMARY KEY (run_id, source, origin)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE refusal (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    subject TEXT NOT NULL, -- the currency or area, as published
                    value TEXT NOT NULL, -- the figure, as published
                    rule TEXT NOT NULL,
                    reason TEXT NOT NULL,
                    run_id INTEGER NOT NULL, -- the run that met it first, which may be gone
                    refused_at INTEGER NOT NULL,
                    confirmed_at INTEGER, -- when it was accepted after all
                    UNIQUE (source, day, subject, value)
                ) STRICT;
                CREATE INDEX refusal_open_jump ON refusal (source, day) WHERE rule = 'jump' AND confirmed_at IS NULL;
                CREATE TABLE source_state (
                    source TEXT PRIMARY KEY,
                    last_success INTEGER,
                    last_failure INTEGER,
                    last_error TEXT, -- NULL since the last success
                    shipped_hash BLOB -- SHA-256 of the shipped file that was loaded to its end
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
