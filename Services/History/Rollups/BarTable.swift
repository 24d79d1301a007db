import GRDB
import SharedDatabase
import SharedDomain

/// The rows of bars, in one transaction.
struct BarTable {
    private static let figures = """
        open_coefficient, open_exponent, high_coefficient, high_exponent, low_coefficient, low_exponent,
        close_coefficient, close_exponent, average_coefficient, average_exponent, inverse_average_coefficient,
        inverse_average_exponent
        """
    /// What adds a bar.
    static let insert = """
        INSERT INTO bar (source, currency, day, hours, hour, direction, \(figures), count, reduced)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    /// What removes the bars of a day.
    static let delete = "DELETE FROM bar WHERE source = ? AND currency = ? AND day = ?"
    /// What removes the bars of a currency whose observations are kept.
    static let deleteKept = "DELETE FROM bar WHERE source = ? AND currency = ? AND reduced = 0"
    /// What reads the bars of a currency whose observations are kept.
    static let selectKept = """
        SELECT currency, day, hours, hour, direction, \(figures), count FROM bar
        WHERE source = ? AND currency = ? AND reduced = 0
        """
    /// What reads the bars of a source whose observations are no longer kept.
    static let selectReduced = """
        SELECT currency, day, hours, hour, direction, \(figures), count FROM bar WHERE source = ? AND reduced = 1
        """
    /// What names the currencies of a source that have bars.
    static let selectCurrencies = "SELECT DISTINCT currency FROM bar WHERE source = ?"

    let db: Database

    /// Which bar a row is.
    struct Key: Hashable, Sendable {
        let currency: CurrencyCode
        let day: Int32
        /// Its beginning in hours since 1970-01-01T00:00:00Z; nil of the whole day.
        let hour: Int64?
    }

    /// Puts the bars of a currency on a day in the place of those held; nil: none.
    func put(_ bars: DayBars?, of currency: CurrencyCode, on day: Int32, from source: SourceID) throws {
        try delete(currency, day, source)
        guard let bars else { return }
        try insert(bars.day, Key(currency: currency, day: day, hour: nil), source, isReduced: false)
        for hour in bars.hours {
            try insert(hour.bar, Key(currency: currency, day: day, hour: hour.number), source, isReduced: false)
        }
    }

    /// Puts the bar of a day whose observations are no longer kept in the place of those held.
    func put(reduced bar: Bar, of currency: CurrencyCode, on day: Int32, from source: SourceID) throws {
        try delete(currency, day, source)
        try insert(bar, Key(currency: currency, day: day, hour: nil), source, isReduced: true)
    }

    /// Removes the bars of a currency whose observations are kept.
    func deleteKept(of currency: CurrencyCode, from source: SourceID) throws {
        try db.cachedStatement(sql: Self.deleteKept).execute(arguments: [source.description, currency.description])
    }

    /// The bars of a currency whose observations are kept.
    func kept(of currency: CurrencyCode, from source: SourceID) throws -> [Key: Bar] {
        try bars(Self.selectKept, [source.description, currency.description])
    }

    /// The bars of a source whose observations are no longer kept.
    func reduced(from source: SourceID) throws -> [Key: Bar] {
        try bars(Self.selectReduced, [source.description])
    }

    /// The currencies of a source that have bars.
    func currencies(from source: SourceID) throws -> [CurrencyCode] {
        try String.fetchAll(db, SQLRequest(sql: Self.selectCurrencies, arguments: [source.description], cached: true))
            .map { code in
                guard let currency = CurrencyCode(code) else { throw UnreadableRow(table: "bar", key: code) }
                return currency
            }
    }

    private func bars(_ sql: String, _ arguments: StatementArguments) throws -> [Key: Bar] {
        var bars: [Key: Bar] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            guard let currency = CurrencyCode(row[0] as String), let direction = QuoteDirection(stored: row[4]) else {
                throw UnreadableRow(table: "bar", key: "\(row[0] as String) \(row[1] as Int64)")
            }
            let key = Key(currency: currency, day: row[1], hour: row[2] == 24 ? nil : row[3])
            bars[key] = Bar(row, direction)
        }
        return bars
    }

    private func delete(_ currency: CurrencyCode, _ day: Int32, _ source: SourceID) throws {
        try db.cachedStatement(sql: Self.delete).execute(arguments: [
            source.description, currency.description, day,
        ])
    }

    private func insert(_ bar: Bar, _ key: Key, _ source: SourceID, isReduced: Bool) throws {
        var arguments: StatementArguments = [
            source.description, key.currency.description, key.day, key.hour == nil ? 24 : 1,
            key.hour ?? Int64(key.day) * 24, bar.close.direction.stored,
        ]
        for figure in [bar.open, bar.high, bar.low, bar.close, bar.average, bar.inverseAverage] {
            arguments += [figure.coefficient, figure.exponent]
        }
        arguments += [bar.count, isReduced ? 1 : 0]
        try db.cachedStatement(sql: Self.insert).execute(arguments: arguments)
    }
}

extension Bar {
    /// The bar of a row, whose figures begin in the sixth column.
    fileprivate init(_ row: Row, _ direction: QuoteDirection) {
        func figure(_ number: Int, _ direction: QuoteDirection) -> Figure {
            Figure(coefficient: row[5 + 2 * number], exponent: row[6 + 2 * number], unit: 1, direction: direction)
        }
        self.init(
            open: figure(0, direction), high: figure(1, direction), low: figure(2, direction),
            close: figure(3, direction), average: figure(4, direction),
            inverseAverage: figure(5, direction.opposite), count: row[17])
    }
}
