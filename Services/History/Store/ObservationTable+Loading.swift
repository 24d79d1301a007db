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
        while let row = try editions.next() { source.note(day: row[0], recordedAt: row[1], publishedAt: row[2]) }

        var rows = 0
        var after = ""
        while let code = try nextCurrency(of: name, after: after) {
            guard let currency = CurrencyCode(code) else {
                throw UnreadableRow(table: "observation", key: "\(name) \(code)")
            }
            let read = try column(of: currency, from: source.source, days: source.days.count)
            source.put(read.leg, for: currency, content: read.content)
            rows += read.rows
            after = code
        }
        book.put(source, observations: rows)
    }

    private func nextCurrency(of source: String, after code: String) throws -> String? {
        try String.fetchOne(db, SQLRequest(sql: Self.nextCurrency, arguments: [source, code], cached: true))
    }

    /// The current figures of a currency, and the rows that they come from.
    private func column(of currency: CurrencyCode, from source: SourceID, days: Int) throws -> Column {
        var column = Column()
        column.leg.reserve(days)
        let marker = RowMarker(observationsOf: currency, from: source)
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: Self.observations), arguments: [source.description, currency.description])
        while let row = try rows.next() {
            let day: Int32 = row[0]
            let figure = try Figure(row, key: "\(source) \(currency) \(day)")
            column.leg.set(figure, on: day)
            column.content.add(marker.mark(day: day, recordedAt: row[5], figure: figure))
            column.rows += 1
        }
        return column
    }
}

/// The rows of one currency, read.
private struct Column {
    var leg = Leg()
    var content = ContentMark()
    var rows = 0
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
