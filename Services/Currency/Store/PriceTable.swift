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
    /// What finds every edition, in the order of its key.
    static let everyEdition = "SELECT item, day, source, recorded_at FROM price_edition ORDER BY item, day, source"
    /// What finds every price, in the order of its key. Not one query with the other: SQLite would look every edition
    /// up again for each price in it.
    static let everyPrice = """
        SELECT area, currency, coefficient, exponent, item, day, source FROM price ORDER BY item, day, source, area
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

    /// Every edition that is held, with its prices. This reads both tables from end to end, so it is for a start, and for
    /// when an edition has come in.
    func holdings() throws -> PriceHoldings {
        var prices: [EditionKey: [Price]] = [:]
        let priceRows = try Row.fetchCursor(db.cachedStatement(sql: Self.everyPrice))
        while let row = try priceRows.next() {
            let key = EditionKey(item: row[4], day: row[5], source: row[6])
            prices[key, default: []].append(try Price(row, in: key))
        }
        let rows = try Row.fetchAll(db.cachedStatement(sql: Self.everyEdition))
        return PriceHoldings(
            try rows.map { row in
                let key = EditionKey(item: row[0], day: row[1], source: row[2])
                guard let source = SourceID(key.source) else {
                    throw UnreadableRow(table: "price_edition", key: "\(key)")
                }
                let edition = try PriceEdition(
                    item: key.item, day: Day(number: key.day), source: source, prices: prices[key] ?? [])
                return HeldEdition(edition: edition, recordedAt: Instant(milliseconds: row[3]))
            })
    }

    /// The prices held for an edition of that item, day and source, by area; none when it is not held.
    func prices(of edition: PriceEdition) throws -> [Price] {
        let key = EditionKey(item: edition.item, day: edition.day.number, source: edition.source.description)
        return try Row.fetchAll(db, SQLRequest(sql: Self.selection, arguments: self.key(of: edition), cached: true))
            .map { try Price($0, in: key) }
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

/// What tells one edition from all others.
private struct EditionKey: Hashable, CustomStringConvertible {
    let item: String
    let day: Int32
    let source: String

    var description: String { "\(item) \(Day(number: day)) \(source)" }
}

extension Price {
    /// A row of area, currency, coefficient and exponent.
    fileprivate init(_ row: Row, in edition: EditionKey) throws {
        let (area, code): (String, String) = (row[0], row[1])
        guard let priceArea = PriceArea(area), let currency = CurrencyCode(code),
            let price = ExactDecimal(coefficient: Int128(row[2] as Int64), exponent: row[3])
        else { throw UnreadableRow(table: "price", key: "\(edition) \(area)") }
        try self.init(area: priceArea, currency: currency, localPrice: price)
    }
}
