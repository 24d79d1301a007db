import GRDB
import SharedDatabase
import SharedDomain

extension ObservationTable {
    /// What reads the editions of every sheet of a source, by day, the oldest edition first.
    static let editions = """
        SELECT day, recorded_at, published_at FROM sheet WHERE source = ? ORDER BY day, recorded_at
        """
    /// What finds the first source after a name, with its pivot.
    static let nextSource = "SELECT source, pivot FROM sheet WHERE source > ? ORDER BY source LIMIT 1"
    /// What finds the first currency of a source after a code.
    static let nextCurrency = """
        SELECT currency FROM observation WHERE source = ? AND currency > ? ORDER BY currency LIMIT 1
        """
    /// What reads every observation of a currency from a source, by day, the first recorded first.
    static let observations = """
        SELECT day, coefficient, exponent, unit, direction, recorded_at FROM observation
        WHERE source = ? AND currency = ? ORDER BY day, recorded_at
        """
    /// What reads the transfer prices of a currency from a source in the same order.
    static let transfers = """
        SELECT day, recorded_at, buying_coefficient, buying_exponent, selling_coefficient, selling_exponent FROM transfer
        WHERE source = ? AND currency = ? ORDER BY day, recorded_at
        """

    /// Reads everything.
    ///
    /// One pass over the key of the observations, currency by currency, with integers only in the inner loop: 222,000
    /// rows take a twentieth of a second.
    func book(intradayDays: Int = IntradayRetention.standardDays) throws -> RateBook {
        var book = RateBook(intradayDays: intradayDays)
        var after = ""
        while let row = try Row.fetchOne(db, SQLRequest(sql: Self.nextSource, arguments: [after], cached: true)) {
            let (name, pivotCode): (String, String) = (row[0], row[1])
            guard let source = SourceID(name), let pivot = CurrencyCode(pivotCode) else {
                throw UnreadableRow(table: "sheet", key: "\(name) \(pivotCode)")
            }
            book.put(try filled(SourceBook(source: source, pivot: pivot, intradayDays: intradayDays)))
            after = name
        }
        return book
    }

    private func filled(_ empty: SourceBook) throws -> SourceBook {
        var loading = SourceBookLoading(empty)
        let name = empty.source.description
        let editions = try Row.fetchCursor(db.cachedStatement(sql: Self.editions), arguments: [name])
        while let row = try editions.next() {
            loading.takeEdition(day: row[0], recordedAt: row[1], publishedAt: row[2])
        }
        var after = ""
        while let code = try nextCurrency(of: name, after: after) {
            guard let currency = CurrencyCode(code) else {
                throw UnreadableRow(table: "observation", key: "\(name) \(code)")
            }
            try read(currency, into: &loading)
            after = code
        }
        var book = loading.book
        try BarTable(db: db).fill(&book)
        return book
    }

    private func nextCurrency(of source: String, after code: String) throws -> String? {
        try String.fetchOne(db, SQLRequest(sql: Self.nextCurrency, arguments: [source, code], cached: true))
    }

    private func read(_ currency: CurrencyCode, into loading: inout SourceBookLoading) throws {
        let name = loading.book.source.description
        let arguments: StatementArguments = [name, currency.description]
        let transfers = try Row.fetchAll(db.cachedStatement(sql: Self.transfers), arguments: arguments)
        var nextTransfer = 0
        var column = loading.column(of: currency)
        let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.observations), arguments: arguments)
        while let row = try rows.next() {
            let (day, recordedAt): (Int32, Int64) = (row[0], row[5])
            let figure = try Figure(row, key: "\(name) \(currency) \(day)")
            var transfer: TransferFigures?
            if nextTransfer < transfers.count, transfers[nextTransfer][0] == day,
                transfers[nextTransfer][1] == recordedAt
            {
                transfer = figure.map { TransferFigures(transfers[nextTransfer], beside: $0) }
                nextTransfer += 1
            }
            column.take(figure.map { Observation(figure: $0, transfer: transfer) }, day: day, recordedAt: recordedAt)
        }
        loading.put(column)
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

extension TransferFigures {
    /// The prices of a row, which are for the unit of the figure that they were published with.
    fileprivate init(_ row: Row, beside figure: Figure) {
        self.init(
            buying: Figure(coefficient: row[2], exponent: row[3], unit: figure.unit, direction: figure.direction),
            selling: Figure(coefficient: row[4], exponent: row[5], unit: figure.unit, direction: figure.direction))
    }
}
