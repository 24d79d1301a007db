import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/latest`: what currencies cost now, in one money.
struct LatestRatesRoute: Sendable {
    private static let symbols = Parameter(
        optional: "symbols", .currencies(1...LatestQuestion.mostSymbols),
        summary: "The currencies to price, separated by commas; otherwise every one held.")
    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the rates are given in.")

    private let rates: LatestRates

    /// Answers from `rates`.
    init(rates: LatestRates) {
        self.rates = rates
    }

    /// The route. Only what came from memory has a version, and may be kept.
    var route: Route {
        Route(
            .get, "/api/v1/currencies/latest",
            summary: "The latest price of one unit of each currency in the base money, with its evidence.",
            details: Self.details,
            parameters: [Self.symbols, Self.base, CommonParameter.precision, CommonParameter.numbers],
            answers: .data(
                LatestAnswer.schema, "The latest rates.", examples: [LatestExamples.won, LatestExamples.exact]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                rates.version(in: try request[Self.base], at: request.receivedAt)
            },
            handler: { request in
                let question = LatestQuestion(
                    base: try request[Self.base], symbols: try request[Self.symbols],
                    significantDigits: try request[CommonParameter.precision])
                let answer = try await rates.answer(question, at: request.receivedAt)
                return answer.isFromMemory ? .success(answer).of(answer.version) : .success(answer)
            })
    }

    /// What a reader of the API's description should know of all these members together.
    private static let details = """
        **Direction.** `rates[S]` is the price of one `S` in the base money: with `base=KRW`, `USD` 1335.27 says that a \
        dollar costs 1,335.27 won.

        **Evidence.** Every rate tells where it comes from: the source, the day it is for, when it was published, and \
        the published figures it was computed from (`legs`). A rate between two currencies that the source quotes \
        against a third has two legs of one and the same day; the base in itself has none. A currency that is missing \
        from the newest sheet keeps its last rate for \(RecentSheets.lookBackDays) days; after that it is listed as \
        `unavailable`, as is every currency asked for that no rate is held of.

        **Staleness.** A rate is `stale` when its source should have published a newer one: its next publication day \
        has come, the time of publication is past, and so is a grace of six hours. Ages are as of `timestamp` of the \
        answer, which moves on when something is published, corrected or goes stale, and at the beginning of every \
        hour.

        **Sources.** Each pair has an order of preference, the same in both directions. The first source that is not \
        stale serves; where all are, the one of the newest day. `fallback` names the preferred source when another one \
        serves, and whether the preferred one is `stale` or `missing`; a source that nothing was ever received of is \
        missed only for pairs that the operator prefers it for by name. `disagreement` is set when the sources of a pair \
        that are not stale differ by more than the bound that is configured, with the spread and the rate of each.

        **Precision.** A rate is computed exactly and rounded once, half up, to `precision` significant digits; padding \
        zeros are left out. `numbers=string` gives rates and prices as strings of the same digits, which no parser of \
        JSON can cut.
        """
}
