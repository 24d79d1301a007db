import GRDB
import SharedDatabase

extension CurrencyMigrations {
    /// Begins with the sheets that are kept; history adds the days before when it is asked the next time.
    static let coverage = Migration("0004-coverage", "The first and the last day of each source's currencies") { db in
        try db.execute(
            sql: """
                CREATE TABLE coverage (
                    source TEXT NOT NULL,
                    currency TEXT NOT NULL,
                    first_day INTEGER NOT NULL,
                    last_day INTEGER NOT NULL CHECK (last_day >= first_day),
                    PRIMARY KEY (source, currency)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO coverage (source, currency, first_day, last_day)
                SELECT source, currency, min(day), max(day) FROM (
                    SELECT source, currency, day FROM quote UNION ALL SELECT source, pivot, day FROM sheet
                ) GROUP BY source, currency;
                """)
    }
}
