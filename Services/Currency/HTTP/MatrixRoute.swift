import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/matrix`: what each of some currencies costs in each of the others.
struct MatrixRoute: Sendable {
    private static let codes = Parameter(
        required: "codes", .currencies(2...Conversions.mostInMatrix),
        summary: "The currencies, different ones, separated by commas.")

    let conversions: Conversions

    /// The route, kept as long as the latest rates hold.
    var route: Route {
        Route(
            .get, "/api/v1/currencies/matrix",
            summary: "The price of each of up to \(Conversions.mostInMatrix) currencies in each of the others.",
            details: Self.details,
            parameters: [Self.codes, CommonParameter.precision, CommonParameter.numbers],
            answers: .data(
                RateMatrix.schema, "The price of each currency in each other.", example: MatrixExamples.three),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in conversions.version(at: request.receivedAt) },
            handler: { request in
                let answer = try await conversions.matrix(
                    of: try request[Self.codes], significantDigits: try request[CommonParameter.precision],
                    at: request.receivedAt)
                let reply = EdgeReply.success(answer)
                return answer.version.map(reply.of) ?? reply
            })
    }

    /// What a reader of the API's description should know of all these members together.
    private static let details = """
        **Direction.** `rates[B][S]` is the price of one `S` in `B` money, so that the row of a currency is what \
        `GET /api/v1/currencies/latest?base=B` says. The diagonal is 1. Each rate is computed exactly and rounded once, \
        half up, to `precision` significant digits: `rates[B][S]` and `rates[S][B]` come from the same figures, and \
        neither is the rounded other.

        **Evidence.** `publications` lists where the rates come from. The first one is that of every rate that no later \
        one names in its `pairs`; a pair is meant either way round. A later one is there where a currency is missing \
        from the newest sheet, or another source than the preferred one serves a pair (`fallback`). The members \
        `source`, `observed_on` and `published_at` are those of the first; `stale` says whether any of the rates is. \
        The figures behind one rate are told by `/latest` and `/convert`.

        **What is missing.** A currency that no rate is held for is listed in `unavailable` and left out of `rates`. A rate \
        is `null` where there are rates for both currencies, but not from one source.
        """
}
