import GRDB
import SharedDatabase

extension CurrencyMigrations {
    /// An edition is known by its item, day and source. The area is an alpha-2 code, or EUZ for the euro area.
    static let prices = Migration("0002-prices", "Every edition of the price surveys") { db in
        try db.execute(
            sql: """
                CREATE TABLE price_edition (
                    item TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    PRIMARY KEY (item, day, source)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE price (
                    item TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    source TEXT NOT NULL,
                    area TEXT NOT NULL,
                    currency TEXT NOT NULL,
                    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
                    exponent INTEGER NOT NULL,
                    PRIMARY KEY (item, day, source, area),
                    FOREIGN KEY (item, day, source) REFERENCES price_edition (item, day, source) ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID;
                """)
    }
}
