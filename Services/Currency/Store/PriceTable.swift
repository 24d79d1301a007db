import GRDB
import SharedDatabase
import SharedDomain

/// The rows of price editions, in one transaction.
struct PriceTable {
    /// What finds the prices of one edition.
    static let selection = """
        SELECT area, currency, coefficient, exponent FROM price
        WHERE item = ? AND day = ? AND source = ? ORDER BY area
        """
    /// What finds when an edition was recorded.
    static let recording = "SELECT recorded_at FROM price_edition WHERE item = ? AND day = ? AND source = ?"
    /// What removes one edition, and with it its prices.
    static let removal = "DELETE FROM price_edition WHERE item = ? AND day = ? AND source = ?"

    let db: Database

    /// Takes in an edition: nothing changes when the same prices are held, or others that were recorded later.
    /// - Returns: whether anything changed.
    func keep(_ edition: PriceEdition, recordedAt: Instant) throws -> Bool {
        if let heldSince = try recording(of: edition) {
            guard recordedAt >= heldSince, try prices(of: edition) != edition.prices else { return false }
        }
        try replace(with: edition, recordedAt: recordedAt)
        return true
    }

    /// What is held, by item.
    func holdings() throws -> PriceHoldings {
        let rows = try Row.fetchAll(
            db,
            SQLRequest(
                sql: "SELECT item, count(*), max(day) FROM price_edition GROUP BY item ORDER BY item", cached: true))
        return PriceHoldings(
            items: rows.map { PriceHoldings.Item(name: $0[0], editions: $0[1], newest: Day(number: $0[2])) })
    }

    /// The prices held for an edition of that item, day and source, by area; none when it is not held.
    func prices(of edition: PriceEdition) throws -> [Price] {
        try Row.fetchAll(db, SQLRequest(sql: Self.selection, arguments: key(of: edition), cached: true)).map { row in
            let (area, code): (String, String) = (row[0], row[1])
            guard let priceArea = PriceArea(area), let currency = CurrencyCode(code),
                let price = ExactDecimal(coefficient: Int128(row[2] as Int64), exponent: row[3])
            else { throw UnreadableRow(table: "price", key: "\(edition.item) \(edition.day) \(area)") }
            return try Price(area: priceArea, currency: currency, localPrice: price)
        }
    }

    private func recording(of edition: PriceEdition) throws -> Instant? {
        try Int64.fetchOne(db, SQLRequest(sql: Self.recording, arguments: key(of: edition), cached: true))
            .map(Instant.init(milliseconds:))
    }

    private func replace(with edition: PriceEdition, recordedAt: Instant) throws {
        try db.cachedStatement(sql: Self.removal)
            .execute(arguments: key(of: edition))
        try db.cachedStatement(
            sql: "INSERT INTO price_edition (item, day, source, recorded_at) VALUES (?, ?, ?, ?)"
        ).execute(arguments: key(of: edition) + [recordedAt.milliseconds])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO price (item, day, source, area, currency, coefficient, exponent)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for price in edition.prices {
            try insert.execute(
                arguments: key(of: edition) + [
                    price.area.description, price.currency.description,
                    // A price has at most 18 digits, so its coefficient fits SQLite's 64 bits.
                    Int64(price.localPrice.coefficient), price.localPrice.exponent,
                ])
        }
    }

    private func key(of edition: PriceEdition) -> StatementArguments {
        [edition.item, Int64(edition.day.number), edition.source.description]
    }
}
