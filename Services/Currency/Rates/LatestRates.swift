import SharedDomain
import SharedHTTP

/// Answers what currencies cost now. Answers are as of a moment that stands still for up to an hour, so that all answers
/// of one version are the same.
struct LatestRates: Sendable {
    private let layers: RateLayers
    private let time: TimeSource

    /// Answers from the first layer that has rates; `time` says how old they are where no moment is given.
    init(layers: RateLayers, time: TimeSource) {
        self.layers = layers
        self.time = time
    }

    /// The version of the answers in that money at that moment; nil while memory has none.
    func version(in base: CurrencyCode, at now: Instant) -> AnswerVersion? {
        guard let rates = layers.holdings.ratesInMemory, rates.holds(base) else { return nil }
        return rates.version(at: now)
    }

    /// The latest prices at that moment, by default now.
    /// - Throws: `DATA_NOT_READY` when no layer has rates; `NOT_FOUND` when there is none for the base.
    func answer(_ question: LatestQuestion, at moment: Instant? = nil) async throws(ServiceError) -> LatestAnswer {
        let state = try await layers.current()
        var answer = try Self.answer(question, from: state.contents.rates, at: moment ?? time.now())
        answer.isFromMemory = state.isFromMemory
        return answer
    }

    /// The latest prices of one state of the rates at that moment. Each comes from the first source, in order of
    /// preference, whose rate is not stale; where all are, from the one of the newest day.
    /// - Throws: `DATA_NOT_READY` when no rates are held at all; `NOT_FOUND` when there is none for the base.
    static func answer(
        _ question: LatestQuestion, from rates: RatesSnapshot, at moment: Instant
    ) throws(ServiceError) -> LatestAnswer {
        guard !rates.isEmpty else { throw .dataNotReady("No exchange rates are held yet.") }
        let table = try rates.table(in: question.base, significantDigits: question.significantDigits)
        guard let table, let ofBase = table[question.base] else { throw .noRate(for: question.base) }

        let version = rates.version(at: moment)
        var entries: [LatestAnswer.Entry] = []
        var unavailable: [CurrencyCode] = []
        for symbol in question.symbols.map({ Set($0).sorted() }) ?? table.currencies {
            if let row = table[symbol] {
                entries.append(try row.entry(at: version.asOf))
            } else {
                unavailable.append(symbol)
            }
        }
        let priced = entries.map(\.rate).max { $0.cross.publishedAt < $1.cross.publishedAt }
        let newest = if let priced { priced } else { try ofBase.entry(at: version.asOf).rate }
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
