import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/convert`: an amount of one money in another.
struct ConversionRoute: Sendable {
    private static let parameters = ConversionParameters(in: .query)

    let conversions: Conversions

    /// The route. What is asked of the latest rates is kept as long as they hold; what is asked of a day is not.
    var route: Route {
        Route(
            .get, "/api/v1/currencies/convert",
            summary: "An amount of one money in another, computed exactly and rounded once.",
            details: Self.details,
            parameters: Self.parameters.all + [CommonParameter.precision, CommonParameter.numbers],
            answers: .data(
                Conversion.schema, "The amount in the other money.",
                examples: [ConversionExamples.dollars, ConversionExamples.long, ConversionExamples.past]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try request[Self.parameters.date] == nil ? conversions.version(at: request.receivedAt) : nil
            },
            handler: { request in
                let question = ConversionQuestion(
                    from: try request[Self.parameters.from], to: try request[Self.parameters.to],
                    amount: try request[Self.parameters.amount], day: try request[Self.parameters.date],
                    rounding: try request[Self.parameters.rounding],
                    rateDigits: try request[CommonParameter.precision])
                let answer = try await conversions.answer(question, at: request.receivedAt)
                let reply = EdgeReply.success(answer)
                return answer.version.map(reply.of) ?? reply
            })
    }

    /// What a reader of the API's description should know of all these members together.
    private static let details = """
        **Exact.** `result` is `amount` times the exact rate: the quotient of the published figures (`evidence.legs`), \
        not the rounded `rate` that is shown beside it. It is rounded once, to the minor units that ISO 4217 gives the \
        `to` currency (0 for won and yen, 2 for dollars, 3 for dinars), as `rounding` says: `half_up` (a tie away from \
        zero), `half_even` (a tie to the even neighbour), `down` (toward zero). With `rounding=none` it is not rounded \
        to them, but given with up to \(ConversionResult.mostDigits) significant digits, half up. An amount in its own \
        currency is that amount: the rate is 1 and has no legs.

        **Rates.** `rate` is the price of one `from` in `to` money, and `rate_inverse` that of one `to` in `from` money. \
        Each is rounded on its own from the exact one, half up, to `precision` significant digits.

        **Numbers.** Readers of JSON numbers keep \(ConversionResult.numberDigits) significant digits for certain \
        (binary64). As a number, a `result` of more digits is therefore rounded to \
        \(ConversionResult.numberDigits) instead, by the same mode and from the exact product; with `numbers=string` \
        every digit is given. The member `precision` says which it is: `rate_digits` and `result_digits` are the most \
        significant digits that the rates and the result are given with, and `result_exact` is false where the \
        result was computed with more digits than it is given with.

        **Days.** Without `date` the latest rate is used. With it, the rate of that day: that of the newest \
        publication of the day or of the \(RecentSheets.lookBackDays) days before that has both currencies, so that a \
        Sunday has Friday's rate. `observed_on` says which day's it is. `evidence.stale` then says whether the source \
        should have published a newer one by the end of the day that was asked for; which source serves, and whether \
        sources disagree, is judged by that too. A currency in itself is 1 on any day; where nothing was published in \
        the two weeks before, its evidence is of the newest publication. A day to come is refused \
        (`INVALID_DATE`); for a day before the first publication, or after the last one of a currency that is quoted no \
        more, there is no rate (`NOT_FOUND`).
        """
}
