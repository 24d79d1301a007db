import GRDB
import SharedDatabase
import SharedDomain

/// The rows of sheets and their quotes, in one transaction.
struct SheetTable {
    /// What finds the sheets of a source between two days, oldest first.
    static let selection = """
        SELECT day, pivot, published_at, recorded_at FROM sheet WHERE source = ? AND day BETWEEN ? AND ? ORDER BY day
        """
    /// What finds their quotes. Not one query with the other: SQLite would read the range anew for every sheet in it.
    static let quoteSelection = """
        SELECT day, currency, coefficient, exponent, unit, direction,
               buying_coefficient, buying_exponent, selling_coefficient, selling_exponent
        FROM quote WHERE source = ? AND day BETWEEN ? AND ? ORDER BY day, currency
        """
    /// What finds the newest day of a source.
    static let newest = "SELECT max(day) FROM sheet WHERE source = ?"
    /// What removes one sheet, and with it its quotes.
    static let removal = "DELETE FROM sheet WHERE source = ? AND day = ?"
    /// What removes the sheets of a source before a day.
    static let pruning = "DELETE FROM sheet WHERE source = ? AND day < ?"

    let db: Database

    /// The newest day that a source's sheets are held for.
    func newestDay(of source: SourceID) throws -> Day? {
        try Int32.fetchOne(
            db, SQLRequest(sql: Self.newest, arguments: [source.description], cached: true)
        ).map(Day.init(number:))
    }

    /// The sheets of a source from one day to another, oldest first.
    func sheets(of source: SourceID, from first: Day, through last: Day) throws -> [Sheet] {
        let range: StatementArguments = [source.description, Int64(first.number), Int64(last.number)]
        var quotes: [Day: [Quote]] = [:]
        let quoteRows = try Row.fetchCursor(db.cachedStatement(sql: Self.quoteSelection), arguments: range)
        while let row = try quoteRows.next() {
            let day = Day(number: row[0])
            quotes[day, default: []].append(try Quote(row, source: source, day: day))
        }
        return try Row.fetchAll(db.cachedStatement(sql: Self.selection), arguments: range).map { row in
            try Sheet(row, source: source, quotes: quotes[Day(number: row[0])] ?? [])
        }
    }

    /// Writes a sheet in place of the one held for its source and day.
    func replace(with sheet: Sheet) throws {
        let (source, day) = (sheet.source.description, Int64(sheet.day.number))
        try db.cachedStatement(sql: Self.removal).execute(arguments: [source, day])
        try db.cachedStatement(
            sql: "INSERT INTO sheet (source, day, pivot, published_at, recorded_at) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [
            source, day, sheet.pivot.description, sheet.publishedAt.milliseconds, sheet.recordedAt.milliseconds,
        ])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO quote (
                    source, day, currency, coefficient, exponent, unit, direction,
                    buying_coefficient, buying_exponent, selling_coefficient, selling_exponent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for quote in sheet.quotes {
            // A price has at most 18 digits, so its coefficient fits SQLite's 64 bits.
            try insert.execute(arguments: [
                source, day, quote.currency.description, Int64(quote.price.coefficient), quote.price.exponent,
                quote.unit, quote.direction.rawValue,
                quote.transfer.map { Int64($0.buying.coefficient) }, quote.transfer?.buying.exponent,
                quote.transfer.map { Int64($0.selling.coefficient) }, quote.transfer?.selling.exponent,
            ])
        }
    }

    /// Removes the sheets of a source that are older than that day.
    func remove(of source: SourceID, before day: Day) throws {
        try db.cachedStatement(sql: Self.pruning)
            .execute(arguments: [source.description, Int64(day.number)])
    }
}

extension Sheet {
    fileprivate init(_ row: Row, source: SourceID, quotes: [Quote]) throws {
        let day = Day(number: row[0])
        guard let pivot = CurrencyCode(row[1] as String) else {
            throw UnreadableRow(table: "sheet", key: "\(source) \(day)")
        }
        try self.init(
            source: source, pivot: pivot, day: day, publishedAt: Instant(milliseconds: row[2]),
            recordedAt: Instant(milliseconds: row[3]), quotes: quotes)
    }
}

extension Quote {
    fileprivate init(_ row: Row, source: SourceID, day: Day) throws {
        let code: String = row[1]
        guard let currency = CurrencyCode(code), let direction = QuoteDirection(rawValue: row[5]),
            let price = ExactDecimal(coefficient: Int128(row[2] as Int64), exponent: row[3])
        else { throw UnreadableRow(table: "quote", key: "\(source) \(day) \(code)") }
        let (buying, selling) = (ExactDecimal(row, at: 6), ExactDecimal(row, at: 8))
        guard (buying == nil) == (selling == nil) else {
            throw UnreadableRow(table: "quote", key: "\(source) \(day) \(code)")
        }
        var transfer: TransferPrices?
        if let buying, let selling { transfer = try TransferPrices(buying: buying, selling: selling) }
        try self.init(currency: currency, price: price, unit: row[4], direction: direction, transfer: transfer)
    }
}

extension ExactDecimal {
    /// A number from its coefficient at one column and its exponent at the next; nil where there is none.
    fileprivate init?(_ row: Row, at column: Int) {
        guard let coefficient = row[column] as Int64?, let exponent = row[column + 1] as Int?,
            let decimal = ExactDecimal(coefficient: Int128(coefficient), exponent: exponent)
        else { return nil }
        self = decimal
    }
}
