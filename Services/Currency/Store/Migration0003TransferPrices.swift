import GRDB
import SharedDatabase

extension CurrencyMigrations {
    /// Both prices or neither, each coefficient × 10^exponent, exactly as published, in pivot money for `unit`.
    static let transferPrices = Migration(
        "0003-transfer-prices", "What banks pay and ask for a transfer, where the source says so"
    ) { db in
        try db.execute(
            sql: """
                ALTER TABLE quote ADD COLUMN buying_coefficient INTEGER CHECK (buying_coefficient > 0);
                ALTER TABLE quote ADD COLUMN buying_exponent INTEGER;
                ALTER TABLE quote ADD COLUMN selling_coefficient INTEGER CHECK (selling_coefficient > 0);
                ALTER TABLE quote ADD COLUMN selling_exponent INTEGER;
                """)
    }
}
