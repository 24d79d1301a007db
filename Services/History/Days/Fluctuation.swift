import SharedDomain

/// What rates did from one day to another, whatever they did between.
struct Fluctuation: Sendable {
    /// The two ends of one rate, rounded once.
    struct Entry: Sendable {
        let currency: CurrencyCode
        let startRate: ExactDecimal
        let endRate: ExactDecimal
        /// Nil where the observations from the one to the other don't cover the days between: see `WindowCoverage`.
        let change: ExactDecimal?
        /// The same in percent of the first rate; nil likewise.
        let changePercent: ExactDecimal?
        /// The day that the first rate is of.
        let startDate: Day
        /// The day that the last rate is of.
        let endDate: Day
        let source: SourceID
    }

    let base: CurrencyCode
    let from: Day
    let to: Day
    let entries: [Entry]
    /// Those that were asked for and lack a rate at either end.
    let unavailable: [CurrencyCode]
    let breaks: [SeriesBreak]

    /// - Parameters:
    ///   - currencies: Which; nil for all that have a rate at both ends.
    ///   - digits: Significant digits of every rate and change.
    /// - Throws: `INVALID_PARAMETER` for days that end before they begin; `NOT_FOUND` for a first day after the newest
    ///   one held; otherwise as `DayRates` of both ends.
    init(
        from: Day, to: Day, in base: CurrencyCode, of currencies: [CurrencyCode]?, in book: RateBook,
        significantDigits digits: Int
    ) throws(ServiceError) {
        guard from <= to else {
            throw .invalidParameter("from", provided: "\(from)", expected: "a day that is not after 'to', \(to)")
        }
        let newest = book.newestDay(quoting: base)
        if let newest, from > newest {
            throw .notFound(
                "No observation in \(base) from \(from) on: the newest is of \(newest).",
                details: ["parameter": "from", "provided": "\(from)", "expected": "a day up to \(newest)"])
        }
        let starts = try DayRates(on: from, named: "from", in: base, of: currencies, from: book).rates
        let end = min(to, newest ?? to)
        let ends = try DayRates(on: end, named: "to", in: base, of: currencies, from: book).rates
        let startByCode = Dictionary(starts.map { ($0.currency, $0) }, uniquingKeysWith: { first, _ in first })
        var entries: [Entry] = []
        for end in ends {
            guard let start = startByCode[end.currency] else { continue }
            let change = book.change(from: start, to: end, upTo: to, in: base)
            entries.append(try Entry(start, end, change, significantDigits: digits))
        }
        let found = entries.map(\.currency)
        self.base = base
        self.from = from
        self.to = to
        self.entries = entries
        unavailable = (currencies ?? []).filter { !found.contains($0) }
        breaks = book.breaks(of: currencies ?? found, in: base, days: from.number...to.number)
    }
}

extension Fluctuation.Entry {
    fileprivate init(
        _ start: DayRates.Rate, _ end: DayRates.Rate, _ whole: WindowChange?, significantDigits digits: Int
    ) throws(ServiceError) {
        currency = end.currency
        startRate = try start.cross.rate(significantDigits: digits)
        endRate = try end.cross.rate(significantDigits: digits)
        change = try whole?.amount(significantDigits: digits)
        changePercent = try whole?.percent(significantDigits: digits)
        startDate = start.observedOn
        endDate = end.observedOn
        source = end.source
    }
}

extension RateBook {
    /// The change between the two ends, which are of one source; nil where its rates don't cover the days from the first
    /// of them to the last day asked for, or the newest that the source is held of.
    fileprivate func change(
        from start: DayRates.Rate, to end: DayRates.Rate, upTo last: Day, in base: CurrencyCode
    ) -> WindowChange? {
        guard let book = sources[end.source], let target = book.legs[end.currency], let money = book.legs[base],
            let newest = book.days.last
        else { return nil }
        let first = start.observedOn.number
        let window = first...max(first, min(last.number, newest))
        guard CrossSeries.isWhole(target, in: money, over: window) else { return nil }
        return WindowChange(first: start.cross, last: end.cross)
    }

    /// The newest day of the sources that quote a currency.
    fileprivate func newestDay(quoting base: CurrencyCode) -> Day? {
        sources.values.filter { $0.count(of: base) > 0 }.compactMap(\.days.last).max().map(Day.init(number:))
    }

    /// The breaks of currencies and of their base in the sources that their series are taken from, each once, by day; of
    /// no currencies those of the base.
    fileprivate func breaks(
        of currencies: [CurrencyCode], in base: CurrencyCode, days window: ClosedRange<Int32>
    ) -> [SeriesBreak] {
        var breaks: [SeriesBreak] = []
        for currency in currencies.isEmpty ? [base] : currencies {
            guard let source = source(quoting: currency, base) else { continue }
            for one in SeriesBreak.all(of: [currency, base], in: source, days: window) where !breaks.contains(one) {
                breaks.append(one)
            }
        }
        return SeriesBreak.inOrder(breaks)
    }
}
