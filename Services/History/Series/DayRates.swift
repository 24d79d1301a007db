import SharedDomain

/// The prices of currencies as they stood on one day: those of each source's newest sheet of that day or of at most
/// `longestLookBack` days before it; after the newest sheet of all from a source, those of that one, however old it is.
/// A currency that is not on that sheet has no price, however lately it had one.
struct DayRates: Sendable {
    struct Rate: Sendable {
        let currency: CurrencyCode
        /// What one unit costs in base money.
        let cross: ExactCross
        /// The day of the sheet.
        let observedOn: Day
        let source: SourceID
    }

    /// The most days that a sheet may be older than the day asked for, where the source has a newer one: longer than any
    /// holidays of the sources.
    static let longestLookBack = 14

    /// In the order asked, or by code where all are.
    private(set) var rates: [Rate] = []
    /// Those asked for that have no price, likewise.
    private(set) var unavailable: [CurrencyCode] = []
    /// The newest sheet that any of the prices is of, the first source by name if several have one; without prices, the
    /// newest one with the base.
    private(set) var newestSheet: (day: Day, source: SourceID)

    /// - Parameters:
    ///   - parameter: What a client calls the day.
    ///   - currencies: Which; nil for all that have a price, the base left out.
    /// - Throws: as `requireHeld`; `NOT_FOUND` for a base that no source has figures of, for a day that no source has a
    ///   sheet for, and for a base that is on no sheet of that day.
    init(
        on day: Day, named parameter: String, in base: CurrencyCode, of currencies: [CurrencyCode]?, from book: RateBook
    ) throws(ServiceError) {
        try book.requireHeld()
        guard book.quotes(base) else { throw book.nothingHeld(of: base, named: "base") }
        let sheets = book.sources.values.compactMap { source in source.sheetDay(for: day).map { (source, $0) } }
        guard !sheets.isEmpty else { throw .noSheet(for: day, named: parameter, in: book) }
        let withBase = sheets.filter { source, sheetDay in source.legs[base]?.figure(on: sheetDay.number) != nil }
        guard let newest = Self.newest(withBase.map { ($1, $0.source) }) else {
            throw .baseNotQuoted(base, on: day, in: book)
        }
        newestSheet = newest
        for currency in currencies ?? book.currencies where currencies != nil || currency != base {
            if let rate = Self.rate(of: currency, in: base, on: day, from: book) {
                rates.append(rate)
            } else if currencies != nil {
                unavailable.append(currency)
            }
        }
        newestSheet = Self.newest(rates.map { ($0.observedOn, $0.source) }) ?? newest
    }

    private static func newest(_ sheets: [(day: Day, source: SourceID)]) -> (day: Day, source: SourceID)? {
        sheets.max { ($0.day, $1.source) < ($1.day, $0.source) }
    }

    private static func rate(
        of currency: CurrencyCode, in base: CurrencyCode, on day: Day, from book: RateBook
    ) -> Rate? {
        guard let source = book.source(quoting: currency, base), let sheetDay = source.sheetDay(for: day),
            let target = source.legs[currency]?.figure(on: sheetDay.number),
            let money = source.legs[base]?.figure(on: sheetDay.number)
        else { return nil }
        return Rate(
            currency: currency, cross: ExactCross(target: target, base: money), observedOn: sheetDay,
            source: source.source)
    }
}

extension SourceBook {
    /// The day of the newest sheet that says what held on a day; nil before the first one, and where the newest one up to
    /// the day is too old although there are later ones.
    func sheetDay(for day: Day) -> Day? {
        guard let everyDay = legs[pivot], day.number < .max else { return nil }
        let place = everyDay.place(of: day.number + 1) - 1
        guard place >= 0 else { return nil }
        let sheet = Day(number: everyDay.days[place])
        let isLast = place == everyDay.days.count - 1
        return isLast || sheet.distance(to: day) <= DayRates.longestLookBack ? sheet : nil
    }
}

extension RateBook {
    /// Every currency that any source has figures of, by code.
    fileprivate var currencies: [CurrencyCode] {
        let all = sources.values.flatMap { source in source.legs.filter { !$0.value.days.isEmpty }.keys }
        return Set(all).sorted()
    }
}

extension ServiceError {
    fileprivate static func noSheet(for day: Day, named parameter: String, in book: RateBook) -> ServiceError {
        let days = book.sources.values.flatMap(\.days)
        let last = days.filter { $0 < day.number }.max().map(Day.init(number:))
        // No day is without a sheet that is after the newest one.
        let next = days.filter { $0 > day.number }.min().map { "from \(Day(number: $0)) on" } ?? "with rates"
        guard let last else {
            return .notFound(
                "No rates of \(day) are held: there are those \(next).",
                details: ["parameter": parameter, "provided": "\(day)", "expected": "a day \(next)"])
        }
        return .notFound(
            "No rates of \(day) or of the \(DayRates.longestLookBack) days before it are held: there are those up to "
                + "\(last), and again \(next).",
            details: [
                "parameter": parameter, "provided": "\(day)",
                "expected": "a day up to \(last.adding(days: DayRates.longestLookBack)), or \(next)",
            ])
    }

    /// For a base that has ended, has not begun, or was not quoted for a while.
    fileprivate static func baseNotQuoted(_ base: CurrencyCode, on day: Day, in book: RateBook) -> ServiceError {
        let days = Set(book.sources.values.flatMap { $0.legs[base]?.days ?? [] })
        let last = days.filter { $0 < day.number }.max().map(Day.init(number:))
        let first = days.filter { $0 > day.number }.min().map(Day.init(number:))
        let quoted =
            switch (last, first) {
            case (.some(let last), .some(let first)): "up to \(last), and again from \(first)"
            case (.some(let last), nil): "up to \(last)"
            case (nil, .some(let first)): "from \(first)"
            case (nil, nil): "on no day"
            }
        return .notFound(
            "There are no rates in \(base) on \(day): it is quoted \(quoted)\(book.momentText).",
            details: [
                "parameter": "base", "provided": "\(base)", "expected": "a currency that is quoted on \(day)",
            ])
    }
}
