import SharedDomain

/// The prices that a question is answered with.
struct PriceSelection: Sendable {
    let base: CurrencyCode
    /// By the code of the currency that is priced.
    let pairs: [PricePair]
    /// Who published what the prices come from, by name.
    let sources: [SourceID]
    /// The days that are asked for, as far as the newest one held.
    let days: ClosedRange<Day>

    /// - Throws: `DATA_NOT_READY` when nothing at all is held; `NOT_FOUND` for a currency without observations, for one
    ///   that no source quotes beside the base, and for days after the newest one held.
    init(_ question: PriceQuestion, in book: RateBook) throws(ServiceError) {
        try book.requireHeld()
        let quoted = try Self.quoted(question, in: book)
        let days = try Self.days(of: question.window, among: quoted.map(\.book))
        base = question.base
        self.days = days
        sources = Set(quoted.map(\.book.source)).sorted()
        pairs = quoted.compactMap { currency, book in
            guard let target = book.legs[currency], let base = book.legs[question.base] else { return nil }
            return PricePair(
                of: currency, target, in: base, days: days.lowerBound.number...days.upperBound.number)
        }
    }

    /// The currencies by their codes, each with the source of its prices.
    private static func quoted(
        _ question: PriceQuestion, in book: RateBook
    ) throws(ServiceError) -> [(currency: CurrencyCode, book: SourceBook)] {
        guard book.quotes(question.base) else { throw notHeld(question.base, parameter: "base") }
        let asked = question.symbols ?? Array(book.sources.values.reduce(into: Set()) { $0.formUnion($1.legs.keys) })
        var quoted: [(currency: CurrencyCode, book: SourceBook)] = []
        for currency in asked.sorted() where currency != question.base {
            if let source = book.source(quoting: currency, question.base) {
                quoted.append((currency, source))
            } else if question.symbols != nil {
                guard book.quotes(currency) else { throw notHeld(currency, parameter: "symbols") }
                throw .notFound(
                    "No source quotes both \(currency) and \(question.base).",
                    details: ["parameter": "symbols", "provided": "\(currency)", "base": "\(question.base)"])
            }
        }
        return quoted
    }

    /// A period ends on the newest day held of the sources.
    private static func days(
        of window: SeriesQuestion.Window, among books: [SourceBook]
    ) throws(ServiceError) -> ClosedRange<Day> {
        guard let first = books.compactMap(\.days.first).min().map(Day.init(number:)),
            let last = books.compactMap(\.days.last).max().map(Day.init(number:))
        else { throw .notFound("No prices of other currencies are held.") }
        switch window {
        case .period(let period):
            return max(first, period.start(endingOn: last) ?? first)...last
        case .days(let from, let to):
            if let from, from > last {
                throw .notFound(
                    "No prices are held from \(from) on: the newest are of \(last).",
                    details: ["parameter": "from", "provided": "\(from)", "expected": "a day up to \(last)"])
            }
            // `PriceQuestion` has made sure that the days do not end before they begin.
            let end = min(last, to ?? last)
            return (from ?? min(first, end))...end
        }
    }

    private static func notHeld(_ currency: CurrencyCode, parameter: String) -> ServiceError {
        .notFound(
            "No observations of \(currency) are held.", details: ["parameter": parameter, "provided": "\(currency)"])
    }
}
