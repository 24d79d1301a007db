import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/latest`: what currencies cost now, in one money.
struct LatestRatesRoute: Sendable {
    private static let symbols = Parameter(
        optional: "symbols", .currencies(1...LatestQuestion.mostSymbols),
        summary: "The currencies to price; otherwise every one held.")
    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the rates are given in.")

    private let rates: LatestRates

    /// Answers from `rates`.
    init(rates: LatestRates) {
        self.rates = rates
    }

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/currencies/latest",
            summary: "The latest price of one unit of each currency in the base money, with its evidence.",
            parameters: [Self.symbols, Self.base, CommonParameter.precision, CommonParameter.numbers],
            immediate: { request in
                let question = LatestQuestion(
                    base: try request[Self.base], symbols: try request[Self.symbols],
                    significantDigits: try request[CommonParameter.precision])
                return .success(try rates.answer(question))
            })
    }
}
