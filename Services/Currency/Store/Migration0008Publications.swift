import GRDB
import SharedDatabase

extension CurrencyMigrations {
    /// A sheet is known by its source, its day and when it was published. Beside a day's publications there may be the
    /// day as history told it.
    static let publications = Migration("0008-publications", "Several sheets of a source and day") { db in
        try db.execute(
            sql: """
                CREATE TABLE publication (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    published_at INTEGER NOT NULL,
                    is_told INTEGER NOT NULL CHECK (is_told IN (0, 1)), -- 1: what history made of all of the day's
                    pivot TEXT NOT NULL,
                    recorded_at INTEGER NOT NULL,
                    PRIMARY KEY (source, day, published_at, is_told)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE published_quote (
                    source TEXT NOT NULL,
                    day INTEGER NOT NULL,
                    published_at INTEGER NOT NULL,
                    is_told INTEGER NOT NULL,
                    currency TEXT NOT NULL,
                    coefficient INTEGER NOT NULL CHECK (coefficient > 0),
                    exponent INTEGER NOT NULL,
                    unit INTEGER NOT NULL,
                    direction TEXT NOT NULL CHECK (direction IN ('per_pivot', 'in_pivot')),
                    buying_coefficient INTEGER CHECK (buying_coefficient > 0),
                    buying_exponent INTEGER,
                    selling_coefficient INTEGER CHECK (selling_coefficient > 0),
                    selling_exponent INTEGER,
                    PRIMARY KEY (source, day, published_at, is_told, currency),
                    FOREIGN KEY (source, day, published_at, is_told)
                        REFERENCES publication (source, day, published_at, is_told) ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID;
                INSERT INTO publication SELECT source, day, published_at, 0, pivot, recorded_at FROM sheet;
                INSERT INTO published_quote
                SELECT source, day, published_at, 0, currency, coefficient, exponent, unit, direction,
                       buying_coefficient, buying_exponent, selling_coefficient, selling_exponent
                FROM quote JOIN sheet USING (source, day);
                DROP TABLE quote;
                DROP TABLE sheet;
                ALTER TABLE publication RENAME TO sheet;
                ALTER TABLE published_quote RENAME TO quote;
                """)
    }
}
