import GRDB
import SharedDatabase

extension HistoryMigrations {
    /// What prices did within a day, of the days and currencies with several publications: written in the transaction
    /// of the observations that it comes from. A day with one publication has no row, for the observation is its bar.
    ///
    /// When the observations of a day are reduced to its close, the bar of the day stays and is marked; the bars of its
    /// hours go.
    static let bars = Migration("0003-bars", "Hourly and daily bars of the days with several publications") { db in
        let figures = ["open", "high", "low", "close", "average", "inverse_average"].map { name in
            """
            \(name)_coefficient INTEGER NOT NULL CHECK (\(name)_coefficient BETWEEN 1 AND 999999999999999999),
            \(name)_exponent INTEGER NOT NULL CHECK (\(name)_exponent BETWEEN -128 AND 127),
            """
        }
        try db.execute(
            sql: """
                CREATE TABLE bar (
                    source TEXT NOT NULL,
                    currency TEXT NOT NULL,
                    day INTEGER NOT NULL, -- of the observations: days since 1970-01-01
                    hours INTEGER NOT NULL CHECK (hours IN (1, 24)), -- how long: an hour, or the day
                    hour INTEGER NOT NULL, -- its beginning: hours since 1970-01-01T00:00:00Z; of a day that of the day
                    direction INTEGER NOT NULL CHECK (direction IN (1, 2)), -- as in observation
                    -- Prices of one unit: coefficient x 10^exponent. The last is the mean of their inverses.
                    \(figures.joined(separator: "\n"))
                    count INTEGER NOT NULL CHECK (count > 0), -- publications
                    reduced INTEGER NOT NULL CHECK (reduced IN (0, 1)), -- 1: its observations are no longer kept
                    PRIMARY KEY (source, currency, day, hours, hour),
                    CHECK (hours = 1 OR hour = day * 24),
                    CHECK (reduced = 0 OR hours = 24)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
