import GRDB
import SharedDatabase

extension CurrencyMigrations {
    /// A sheet is known by its source and day. A price is coefficient × 10^exponent, exactly as published.
    static let rates = Migration("0001-rates", "The recent sheets of each source, with their quotes") { db in
        try db.execute(
            sql: """
                CREATE TABLE sheet (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    pivot TEXT NOT NULL,
                    published_at INTEGER NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    PRIMARY KEY (source, day)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE quote (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    currency TEXT NOT NULL,
                    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
                    exponent INTEGER NOT NULL,
                    unit INTEGER NOT NULL,
                    direction TEXT NOT NULL CHECK (direction IN ('per_pivot', 'in_pivot')),
                    PRIMARY KEY (source, day, currency),
                    FOREIGN KEY (source, day) REFERENCES sheet (source, day) ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
