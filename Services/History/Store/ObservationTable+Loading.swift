import GRDB
import SharedDatabase
import SharedDomain

extension ObservationTable {
    /// Reads everything that is current.
    ///
    /// One pass over the key of the observations, currency by currency, with integers only in the inner loop: 222,000
    /// rows take a twentieth of a second.
    func book() throws -> RateBook {
        var book = RateBook()
        var after = ""
        while let row = try Row.fetchOne(db, SQLRequest(sql: Self.nextSource, arguments: [after], cached: true)) {
            let (name, pivotCode): (String, String) = (row[0], row[1])
            guard let source = SourceID(name), let pivot = CurrencyCode(pivotCode) else {
                throw UnreadableRow(table: "sheet", key: "\(name) \(pivotCode)")
            }
            try read(SourceBook(source: source, pivot: pivot), into: &book)
            after = name
        }
        return book
    }

    private func read(_ empty: SourceBook, into book: inout RateBook) throws {
        var source = empty
        let name = source.source.description
        let editions = try Row.fetchCursor(db.cachedStatement(sql: Self.editions), arguments: [name])
        while let row = try editions.next() { source.note(day: row[0], recordedAt: row[1]) }

        var rows = 0
        var after = ""
        while let code = try nextCurrency(of: name, after: after) {
            guard let currency = CurrencyCode(code) else {
                throw UnreadableRow(table: "observation", key: "\(name) \(code)")
            }
            let (leg, count) = try leg(of: code, from: name, days: source.days.count)
            source.put(leg, for: currency)
            rows += count
            after = code
        }
        book.put(source, observations: rows)
    }

    private func nextCurrency(of source: String, after code: String) throws -> String? {
        try String.fetchOne(db, SQLRequest(sql: Self.nextCurrency, arguments: [source, code], cached: true))
    }

    /// The current figures of a currency, and how many rows they come from.
    private func leg(of code: String, from source: String, days: Int) throws -> (Leg, rows: Int) {
        var leg = Leg()
        leg.reserve(days)
        var count = 0
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.observations), arguments: [source, code])
        while let row = try rows.next() {
            let day: Int32 = row[0]
            leg.set(try Figure(row, key: "\(source) \(code) \(day)"), on: day)
            count += 1
        }
        return (leg, count)
    }
}

extension Figure {
    /// The figure of a row; nil when the row says that the quote was withdrawn.
    fileprivate init?(_ row: Row, key: @autoclosure () -> String) throws {
        guard let coefficient: Int64 = row[1] else { return nil }
        guard let direction = QuoteDirection(stored: row[4]) else {
            throw UnreadableRow(table: "observation", key: key())
        }
        self.init(coefficient: coefficient, exponent: row[2], unit: row[3], direction: direction)
    }
}
