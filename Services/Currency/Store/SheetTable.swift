import GRDB
import SharedDatabase
import SharedDomain

/// The rows of sheets and their quotes, in one transaction.
struct SheetTable {
    /// What finds the sheets of a source between two days, in the order of their key.
    static let selection = """
        SELECT day, published_at, is_told, pivot, recorded_at FROM sheet
        WHERE source = ? AND day BETWEEN ? AND ? ORDER BY day, published_at, is_told
        """
    /// What finds their quotes. Not one query with the other: SQLite would read the range anew for every sheet in it.
    static let quoteSelection = """
        SELECT day, published_at, is_told, currency, coefficient, exponent, unit, direction,
               buying_coefficient, buying_exponent, selling_coefficient, selling_exponent
        FROM quote WHERE source = ? AND day BETWEEN ? AND ? ORDER BY day, published_at, is_told, currency
        """
    /// What finds the newest day of a source.
    static let newest = "SELECT max(day) FROM sheet WHERE source = ?"
    /// What removes one sheet, and with it its quotes.
    static let removal = "DELETE FROM sheet WHERE source = ? AND day = ? AND published_at = ? AND is_told = ?"
    /// What removes the sheets of a source before a day.
    static let pruning = "DELETE FROM sheet WHERE source = ? AND day < ?"

    let db: Database

    /// The newest day that a source's sheets are held for.
    func newestDay(of source: SourceID) throws -> Day? {
        try Int32.fetchOne(
            db, SQLRequest(sql: Self.newest, arguments: [source.description], cached: true)
        ).map(Day.init(number:))
    }

    /// The sheets of a source from one day to another, oldest first: one for a day, of all its publications.
    func sheets(of source: SourceID, from first: Day, through last: Day) throws -> [Sheet] {
        try days(of: source, from: first, through: last).sorted { $0.key < $1.key }.compactMap { try $0.value.close() }
    }

    /// What is held of the days of a source from one to another.
    func days(of source: SourceID, from first: Day, through last: Day) throws -> [Day: HeldDay] {
        let range: StatementArguments = [source.description, Int64(first.number), Int64(last.number)]
        var quotes: [SheetKey: [Quote]] = [:]
        let quoteRows = try Row.fetchCursor(db.cachedStatement(sql: Self.quoteSelection), arguments: range)
        while let row = try quoteRows.next() {
            quotes[SheetKey(row), default: []].append(try Quote(row, source: source, day: Day(number: row[0])))
        }
        var days: [Day: (publications: [Sheet], told: Sheet?)] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.selection), arguments: range)
        while let row = try rows.next() {
            let key = SheetKey(row)
            let sheet = try Sheet(row, source: source, quotes: quotes[key] ?? [])
            if key.isTold {
                days[sheet.day, default: ([], nil)].told = sheet
            } else {
                days[sheet.day, default: ([], nil)].publications.append(sheet)
            }
        }
        return days.mapValues { HeldDay(publications: $0.publications, told: $0.told) }
    }

    /// Writes what has changed of a day.
    func replace(_ held: HeldDay, with day: HeldDay) throws {
        let (old, new) = (held.sheets, day.sheets)
        for (key, sheet) in old where new[key] != sheet { try remove(sheet, key) }
        for (key, sheet) in new where old[key] != sheet { try insert(sheet, key) }
    }

    private func remove(_ sheet: Sheet, _ key: SheetKey) throws {
        try db.cachedStatement(sql: Self.removal).execute(arguments: [
            sheet.source.description, Int64(key.day), key.publishedAt, key.isTold,
        ])
    }

    private func insert(_ sheet: Sheet, _ key: SheetKey) throws {
        let (source, day) = (sheet.source.description, Int64(key.day))
        try db.cachedStatement(
            sql: """
                INSERT INTO sheet (source, day, published_at, is_told, pivot, recorded_at) VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            source, day, key.publishedAt, key.isTold, sheet.pivot.description, sheet.recordedAt.milliseconds,
        ])
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO quote (
                    source, day, published_at, is_told, currency, coefficient, exponent, unit, direction,
                    buying_coefficient, buying_exponent, selling_coefficient, selling_exponent)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for quote in sheet.quotes {
            // A price has at most 18 digits, so its coefficient fits SQLite's 64 bits.
            try insert.execute(arguments: [
                source, day, key.publishedAt, key.isTold, quote.currency.description,
                Int64(quote.price.coefficient), quote.price.exponent, quote.unit, quote.direction.rawValue,
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

/// What a row of a sheet is known by within its source.
private struct SheetKey: Hashable {
    let day: Int32
    let publishedAt: Int64
    /// Whether it is the day as history told it.
    let isTold: Bool
}

extension SheetKey {
    /// From the first three columns.
    init(_ row: Row) {
        self.init(day: row[0], publishedAt: row[1], isTold: row[2])
    }
}

extension HeldDay {
    /// Every row that there is to be.
    fileprivate var sheets: [SheetKey: Sheet] {
        var sheets: [SheetKey: Sheet] = [:]
        for (sheet, isTold) in publications.map({ ($0, false) }) + [told].compactMap({ $0.map { ($0, true) } }) {
            let key = SheetKey(day: sheet.day.number, publishedAt: sheet.publishedAt.milliseconds, isTold: isTold)
            sheets[key] = sheet
        }
        return sheets
    }
}

extension Sheet {
    fileprivate init(_ row: Row, source: SourceID, quotes: [Quote]) throws {
        let day = Day(number: row[0])
        guard let pivot = CurrencyCode(row[3] as String) else {
            throw UnreadableRow(table: "sheet", key: "\(source) \(day)")
        }
        try self.init(
            source: source, pivot: pivot, day: day, publishedAt: Instant(milliseconds: row[1]),
            recordedAt: Instant(milliseconds: row[4]), quotes: quotes)
    }
}

extension Quote {
    fileprivate init(_ row: Row, source: SourceID, day: Day) throws {
        let code: String = row[3]
        guard let currency = CurrencyCode(code), let direction = QuoteDirection(rawValue: row[7]),
            let price = ExactDecimal(coefficient: Int128(row[4] as Int64), exponent: row[5])
        else { throw UnreadableRow(table: "quote", key: "\(source) \(day) \(code)") }
        let (buying, selling) = (ExactDecimal(row, at: 8), ExactDecimal(row, at: 10))
        guard (buying == nil) == (selling == nil) else {
            throw UnreadableRow(table: "quote", key: "\(source) \(day) \(code)")
        }
        var transfer: TransferPrices?
        if let buying, let selling { transfer = try TransferPrices(buying: buying, selling: selling) }
        try self.init(currency: currency, price: price, unit: row[6], direction: direction, transfer: transfer)
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
