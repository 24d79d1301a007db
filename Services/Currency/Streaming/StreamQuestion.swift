import SharedDomain
import SharedHTTP

/// What a stream is about: whose prices, in which money, and how they are written.
struct StreamQuestion: Sendable, Hashable {
    /// The money that prices are given in, and the digits they are rounded to: what changes are worked out for.
    struct Money: Sendable, Hashable {
        let base: CurrencyCode
        let significantDigits: Int
    }

    let money: Money
    /// Different currencies by code; nil for every one held.
    let symbols: [CurrencyCode]?
    let numbers: NumberStyle

    init(_ question: LatestQuestion, numbers: NumberStyle = .number) {
        money = Money(base: question.base, significantDigits: question.significantDigits)
        symbols = question.symbols.map { Set($0).sorted() }
        self.numbers = numbers
    }

    /// The same as a question for the latest rates.
    var latest: LatestQuestion {
        LatestQuestion(base: money.base, symbols: symbols, significantDigits: money.significantDigits)
    }

    /// Whether the stream is about that currency.
    func covers(_ currency: CurrencyCode) -> Bool { symbols?.contains(currency) ?? true }
}
