import GRDB
import SharedDatabase

extension HistoryMigrations {
    /// Rows are only ever added. A correction of a sheet is a later edition of it, with a row for each figure that it
    /// changes; of several rows for one day the last recorded is current, and as of an instant the last one up to that.
    ///
    /// The key of an observation is the order both uses read in: the days of one currency, and all of them at start.
    static let sheets = Migration("0001-sheets", "Every edition of every sheet, with its observations") { db in
        try db.execute(
            sql: """
                CREATE TABLE sheet (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL, -- observed on: days since 1970-01-01
                    recorded_at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
                    published_at INTEGER NOT NULL,
                    pivot TEXT NOT NULL,
                    PRIMARY KEY (source, day, recorded_at)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE observation (
                    source TEXT NOT NULL,
                    currency TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    -- The price is coefficient x 10^exponent, as published. All four are null in the row that says that
                    -- the source withdrew its quote.
                    coefficient INTEGER CHECK (coefficient BETWEEN 1 AND 999999999999999999),
                    exponent INTEGER CHECK (exponent BETWEEN -64 AND 64),
                    unit INTEGER CHECK (unit IN (1, 100)),
                    direction INTEGER CHECK (direction IN (1, 2)), -- 1: currency per pivot, 2: in pivot money
                    PRIMARY KEY (source, currency, day, recorded_at),
                    FOREIGN KEY (source, day, recorded_at) REFERENCES sheet (source, day, recorded_at),
                    CHECK (
                        (coefficient IS NULL) = (exponent IS NULL) AND (coefficient IS NULL) = (unit IS NULL)
                        AND (coefficient IS NULL) = (direction IS NULL)
                    )
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
