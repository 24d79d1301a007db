import GRDB
import SharedDatabase

extension HistoryMigrations {
    /// What banks pay and ask for a transfer, of the observations that say so: a table of its own, because few sources
    /// do. An observation without a row here has no such prices, also when the one that it corrects had.
    static let transfers = Migration("0002-transfers", "Transfer prices of observations") { db in
        try db.execute(
            sql: """
                CREATE TABLE transfer (
                    source TEXT NOT NULL,
                    currency TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    -- Prices as published, in the money and for the unit of the observation.
                    buying_coefficient INTEGER NOT NULL CHECK (buying_coefficient BETWEEN 1 AND 999999999999999999),
                    buying_exponent INTEGER NOT NULL CHECK (buying_exponent BETWEEN -64 AND 64),
                    selling_coefficient INTEGER NOT NULL CHECK (selling_coefficient BETWEEN 1 AND 999999999999999999),
                    selling_exponent INTEGER NOT NULL CHECK (selling_exponent BETWEEN -64 AND 64),
                    PRIMARY KEY (source, currency, day, recorded_at),
                    FOREIGN KEY (source, currency, day, recorded_at)
                        REFERENCES observation (source, currency, day, recorded_at)
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
