import SharedDomain
import SharedHTTP

/// Answers what currencies cost, from memory. Answers are as of a moment that stands still for up to an hour, so that
/// all answers of one version are the same.
struct LatestRates: Sendable {
    private let holdings: CurrencyHoldings
    private let time: TimeSource

    /// Answers from what is held; `time` says how old that is where no moment is given.
    init(holdings: CurrencyHoldings, time: TimeSource) {
        self.holdings = holdings
        self.time = time
    }

    /// The version of the answers in that money at that moment; nil when there are none.
    func version(in base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        let rates = holdings.rates
        return rates.holds(base) ? rates.version(at: now) : nil
    }

    /// The latest prices at that moment, by default now. Each comes from the first source, in order of preference, whose rate is not stale; where all
    /// are, from the first that has one.
    /// - Throws: `DATA_NOT_READY` when no rates are held at all; `NOT_FOUND` when there is none for the base.
    func answer(_ question: LatestQuestion, at moment: Instant? = nil) throws(ServiceError) -> LatestAnswer {
        let rates = holdings.rates
        guard !rates.isEmpty else { throw .dataNotReady("No exchange rates are held yet.") }
        let tables = try rates.tables(in: question.base, significantDigits: question.significantDigits)
        guard let ofBase = tables.first?[question.base] else { throw .noRate(for: question.base) }

        let version = rates.version(at: moment ?? time.now())
        let symbols = Set(question.symbols ?? tables.flatMap(\.currencies)).sorted()
        var staleness = Staleness(at: version.asOf)
        var entries: [LatestAnswer.Entry] = []
        var unavailable: [CurrencyCode] = []
        for symbol in symbols {
            let candidates = tables.compactMap { $0[symbol] }
            guard let rate = candidates.first(where: { !staleness.isStale($0) }) ?? candidates.first else {
                unavailable.append(symbol)
                continue
            }
            entries.append(
                LatestAnswer.Entry(
                    rate: rate, ageSeconds: max(0, version.asOf.seconds - rate.cross.publishedAt.seconds),
                    isStale: staleness.isStale(rate)))
        }
        let newest = entries.map(\.rate).max { $0.cross.publishedAt < $1.cross.publishedAt } ?? ofBase
        return LatestAnswer(
            version: version, base: question.base, entries: entries, unavailable: unavailable, newest: newest)
    }
}

extension ServiceError {
    /// A currency that exists but has no rate, as the money to give rates in.
    fileprivate static func noRate(for base: CurrencyCode) -> ServiceError {
        .notFound(
            "No current rate is held for \(base), so rates cannot be given in it.",
            details: ["parameter": "base", "provided": "\(base)", "expected": "a currency that a rate is held for"])
    }
}
