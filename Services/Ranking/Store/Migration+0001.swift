import GRDB
import SharedDatabase

extension Migration {
    /// The first shape.
    static let selections = Migration("0001-selections", "Selections, their counts, and the idempotency keys") { db in
        try db.execute(
            sql: """
                -- Who selected is kept as a digest with a key that is not in this file.
                CREATE TABLE selections (
                    id TEXT NOT NULL PRIMARY KEY, -- begins with the time
                    user BLOB NOT NULL,
                    country TEXT NOT NULL CHECK (length(country) = 2),
                    day INTEGER NOT NULL, -- the business day
                    selected_at INTEGER NOT NULL, -- milliseconds
                    first_of_day INTEGER NOT NULL CHECK (first_of_day IN (0, 1)), -- of this user for this country
                    counted INTEGER NOT NULL CHECK (counted IN (0, 1) AND counted >= first_of_day),
                    session BLOB,
                    referrer TEXT,
                    address BLOB,
                    user_agent BLOB
                ) STRICT, WITHOUT ROWID;
                -- That there is only one first is what counts a user once, whoever comes at the same time.
                CREATE UNIQUE INDEX selections_first_of_day ON selections (day, country, user) WHERE first_of_day = 1;

                -- The sums of the above: what a chart is made of.
                CREATE TABLE selection_counts (
                    day INTEGER NOT NULL,
                    country TEXT NOT NULL,
                    selections INTEGER NOT NULL, -- those that count
                    users INTEGER NOT NULL, -- different ones
                    last_selected_at INTEGER NOT NULL, -- of those that count
                    PRIMARY KEY (day, country)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE idempotency_keys (
                    key BLOB NOT NULL PRIMARY KEY,
                    request BLOB NOT NULL,
                    selection TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX idempotency_keys_by_age ON idempotency_keys (recorded_at);

                -- Of the key that digests are made with, to notice when it is lost or replaced.
                CREATE TABLE privacy_key (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    fingerprint BLOB NOT NULL
                ) STRICT;
                """)
    }
}
