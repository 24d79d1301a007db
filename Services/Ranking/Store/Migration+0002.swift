import GRDB
import SharedDatabase

extension Migration {
    /// What currency said last.
    static let lastRates = Migration("0002-last-rates", "The last rates of the currency service") { db in
        try db.execute(
            sql: """
                -- Shown, and said to be outdated, from a restart until currency answers. Replaced as a whole.
                CREATE TABLE last_rates (
                    currency TEXT NOT NULL PRIMARY KEY CHECK (length(currency) = 3),
                    rate TEXT NOT NULL, -- won for one unit, as it is shown
                    observed_on INTEGER NOT NULL, -- days since 1970-01-01
                    published_at INTEGER NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
                    source TEXT NOT NULL,
                    stale INTEGER NOT NULL CHECK (stale IN (0, 1))
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
