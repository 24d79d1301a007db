import SharedDomain

/// What held on one day: the rates of the newest sheets up to it, and why they are of the day they are of.
struct DayAnswer: Sendable {
    /// One rate, rounded once.
    struct Entry: Sendable {
        let rate: DayRates.Rate
        let value: ExactDecimal
        /// When the source made its sheet public.
        let publishedAt: Instant?
    }

    let base: CurrencyCode
    let requested: Day
    /// The newest day that any of the rates is of; without rates, that of the newest sheet that has the base.
    let effective: Day
    let reason: DayReason
    let entries: [Entry]
    /// Those that were asked for and have no rate.
    let unavailable: [CurrencyCode]

    /// The days between the two.
    var ageInDays: Int { effective.distance(to: requested) }

    /// - Parameters:
    ///   - currencies: Which; nil for all.
    ///   - now: The moment that is answered as of.
    ///   - digits: Significant digits of every rate.
    /// - Throws: `INVALID_DATE` for a day after tomorrow; otherwise as `DayRates`.
    init(
        on day: Day, in base: CurrencyCode, of currencies: [CurrencyCode]?, from book: RateBook, at now: Instant,
        significantDigits digits: Int
    ) throws(ServiceError) {
        try Self.refuseFuture(day, of: base, in: book, at: now)
        let held = try DayRates(on: day, in: base, of: currencies, from: book)
        guard let newest = Self.newestSheet(for: day, base, held.rates, book) else {
            throw .notFound(
                "No rates of \(base) on \(day) or in the \(DayRates.longestLookBack) days before it are held.",
                details: ["parameter": "base", "provided": "\(base)"])
        }
        self.base = base
        requested = day
        effective = newest.day
        reason = DayReason(day, servedFrom: newest.day, by: .calendar(of: newest.source), at: now)
        unavailable = held.unavailable
        var entries: [Entry] = []
        for rate in held.rates {
            let edition = book.sources[rate.source]?.newestEdition(of: rate.observedOn.number)
            entries.append(
                Entry(
                    rate: rate, value: try rate.cross.rate(significantDigits: digits),
                    publishedAt: edition?.publishedAt))
        }
        self.entries = entries
    }

    /// A day is known ahead by one at most: by then its source has said what holds on it.
    private static func refuseFuture(
        _ day: Day, of base: CurrencyCode, in book: RateBook, at now: Instant
    ) throws(ServiceError) {
        let tomorrows = book.sources.values.filter { $0.count(of: base) > 0 }
            .map { Day(of: now, in: PublicationCalendar.calendar(of: $0.source).zone).adding(days: 1) }
        guard let last = tomorrows.max(), day > last else { return }
        throw .invalidParameter(
            "date", provided: "\(day)", expected: "a day up to tomorrow, \(last)", code: .invalidDate)
    }

    /// The newest sheet that the rates are of, the first source by name if several have one.
    private static func newestSheet(
        for day: Day, _ base: CurrencyCode, _ rates: [DayRates.Rate], _ book: RateBook
    ) -> (day: Day, source: SourceID)? {
        var sheets = rates.map { (day: $0.observedOn, source: $0.source) }
        if sheets.isEmpty {
            sheets = book.sources.values.filter { $0.count(of: base) > 0 }
                .compactMap { source in source.sheetDay(for: day).map { ($0, source.source) } }
        }
        return sheets.max { ($0.day, $1.source) < ($1.day, $0.source) }
    }
}
