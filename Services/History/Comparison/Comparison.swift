import SharedDomain

/// Several currencies over one window, in one base.
struct Comparison: Sendable {
    /// The currencies that can be compared at once.
    static let targetCounts = 2...10

    /// Two of the currencies, in the order asked, and how they moved together.
    struct Correlation: Sendable {
        let one: CurrencyCode
        let other: CurrencyCode
        /// Pearson's, of the daily returns over the days that both have; nil where either has too few or did not move.
        let value: Double?
    }

    let base: CurrencyCode
    let window: SeriesQuestion.Window
    /// In the order asked.
    let currencies: [ComparedCurrency]
    /// Each pair once.
    let correlations: [Correlation]

    /// - Throws: as `requireHeld`; `INVALID_PARAMETER` for the base among the targets;
    ///   `NOT_FOUND` for a currency that no source quotes together with the base.
    init(
        of targets: [CurrencyCode], in base: CurrencyCode, window: SeriesQuestion.Window, reader: SeriesReader,
        book: RateBook
    ) throws(ServiceError) {
        guard !targets.contains(base) else {
            throw .invalidParameter(
                "targets", provided: targets.map(\.description).joined(separator: ","),
                expected: "other currencies than 'base', \(base)")
        }
        try book.requireHeld()
        var answers: [SeriesAnswer] = []
        for target in targets {
            guard book.source(quoting: target, base) != nil else {
                throw .notFound(
                    "No source quotes both \(target) and \(base).",
                    details: [
                        "parameter": "targets", "provided": "\(target)", "expected": "currencies quoted with \(base)",
                    ])
            }
            let question = try SeriesQuestion(target: target, base: base, window: window)
            answers.append(try reader.series(question, in: book))
        }
        let days = Self.days(of: answers)
        var currencies: [ComparedCurrency] = []
        for answer in answers {
            currencies.append(try ComparedCurrency(answer, over: window == .period(.max) ? days : answer.wholeDays))
        }
        self.base = base
        self.window = window
        self.currencies = currencies
        correlations = currencies.indices.flatMap { place in
            currencies[(place + 1)...].map { other in
                Correlation(
                    one: currencies[place].currency, other: other.currency,
                    value: currencies[place].answer.series.correlation(with: other.answer.series))
            }
        }
    }

    /// From the first to the last day that any of them has a rate of; nil where none has one.
    private static func days(of answers: [SeriesAnswer]) -> ClosedRange<Int32>? {
        guard let first = answers.compactMap(\.series.days.first).min(),
            let last = answers.compactMap(\.series.days.last).max()
        else { return nil }
        return first...last
    }

    /// 1 for the one that rose most; equal ones share a rank, and the next one is counted on. Nil of one without a change.
    func rank(of currency: ComparedCurrency) -> Int? {
        guard let change = currency.changePercent else { return nil }
        return currencies.count { $0.changePercent.map { $0 > change } ?? false } + 1
    }

    /// The one that rose most or fell least; the first of equal ones, nil where none has a change.
    var best: CurrencyCode? { first(by: \.changePercent, >) }
    /// The one that rose least or fell most, likewise.
    var worst: CurrencyCode? { first(by: \.changePercent, <) }
    /// The one that moved most from day to day; nil where none has two changes.
    var mostVolatile: CurrencyCode? { first(by: \.volatility, >) }
    /// The one that moved least, likewise.
    var leastVolatile: CurrencyCode? { first(by: \.volatility, <) }

    private func first<Value>(
        by value: (ComparedCurrency) -> Value?, _ precedes: (Value, Value) -> Bool
    ) -> CurrencyCode? {
        var found: (currency: CurrencyCode, value: Value)?
        for currency in currencies {
            guard let value = value(currency) else { continue }
            guard let held = found, !precedes(value, held.value) else {
                found = (currency.currency, value)
                continue
            }
        }
        return found?.currency
    }
}
