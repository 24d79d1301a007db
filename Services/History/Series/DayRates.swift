import SharedDomain

/// The prices of currencies as they stood on one day: those of each source's newest sheet of that day or of at most
/// `longestLookBack` days before it. A currency that is not on that sheet has no price, however lately it had one.
struct DayRates: Sendable {
    struct Rate: Sendable {
        let currency: CurrencyCode
        /// What one unit costs in base money.
        let cross: ExactCross
        /// The day of the sheet.
        let observedOn: Day
        let source: SourceID
    }

    /// The most days that a sheet may be older than the day asked for: longer than any holidays of the sources.
    static let longestLookBack = 14

    /// In the order asked, or by code where all are.
    private(set) var rates: [Rate] = []
    /// Those asked for that have no price, likewise.
    private(set) var unavailable: [CurrencyCode] = []

    /// - Parameter currencies: which; nil for all that have a price, the base left out.
    /// - Throws: as `requireHeld`; `NOT_FOUND` for a base that no source has figures of, and
    ///   for a day that no source has a sheet for.
    init(
        on day: Day, in base: CurrencyCode, of currencies: [CurrencyCode]?, from book: RateBook
    ) throws(ServiceError) {
        try book.requireHeld()
        guard book.quotes(base) else {
            throw .notFound(
                "No observations of \(base) are held.", details: ["parameter": "base", "provided": "\(base)"])
        }
        guard book.sources.values.contains(where: { $0.sheetDay(for: day) != nil }) else {
            throw .noSheet(for: day, in: book)
        }
        for currency in currencies ?? book.currencies where currencies != nil || currency != base {
            if let rate = Self.rate(of: currency, in: base, on: day, from: book) {
                rates.append(rate)
            } else if currencies != nil {
                unavailable.append(currency)
            }
        }
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
    /// The day of the newest sheet that says what held on a day; nil when the newest one is too old.
    func sheetDay(for day: Day) -> Day? {
        guard let everyDay = legs[pivot], day.number < .max else { return nil }
        let place = everyDay.place(of: day.number + 1) - 1
        guard place >= 0 else { return nil }
        let sheet = Day(number: everyDay.days[place])
        return sheet.distance(to: day) <= DayRates.longestLookBack ? sheet : nil
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
    fileprivate static func noSheet(for day: Day, in book: RateBook) -> ServiceError {
        let held = book.oldestDay.flatMap { first in book.newestDay.map { "\(first) to \($0)" } } ?? "no day at all"
        return .notFound(
            "No rates of \(day) or of the \(DayRates.longestLookBack) days before it are held: there are those of \(held).",
            details: [
                "provided": "\(day)",
                "expected": "a day from \(held), or at most "
                    + "\(DayRates.longestLookBack) days after it",
            ])
    }
}
