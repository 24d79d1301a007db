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
    /// The newest day that any of the rates is of; without rates, that of the newest sheet with the base.
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
    /// - Throws: `INVALID_DATE` for a day later than tomorrow; otherwise as `DayRates`.
    init(
        on day: Day, in base: CurrencyCode, of currencies: [CurrencyCode]?, from book: RateBook, at now: Instant,
        significantDigits digits: Int
    ) throws(ServiceError) {
        try HistoryParameter.refuseFuture(day, named: "date", at: now)
        let held = try DayRates(on: day, named: "date", in: base, of: currencies, from: book)
        let newest = held.newestSheet
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
}
