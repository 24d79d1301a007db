import SharedHTTP

extension Conversion {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object([:]).adding(members).named("Conversion")

    /// What `writeMembers(into:_:)` writes.
    static let members: KeyValuePairs<String, ValueSchema> = [
        "from": .currencyCode("The currency of the amount."),
        "to": .currencyCode("The currency of the result."),
        "amount": .decimal("The amount that was asked for, in `from` money, as it was written."),
        "result": .decimal("The amount in `to` money."),
        "rate": .decimal("The price of one unit of `from` in `to` money."),
        "rate_inverse": .decimal("The price of one unit of `to` in `from` money."),
        "observed_on": .day("The day that the rate is for."),
        "requested_date": .day("The day that was asked for; absent where the latest rate was.").optional,
        "rounding": .oneOf(ConversionRounding.self, "How the result was rounded."),
        "precision": precision,
        "cache_hit": .boolean("Whether memory had the rate, rather than a store or another service."),
        "evidence": LatestAnswer.Entry.schema,
    ]

    private static let precision = ValueSchema.object(
        named: "ConversionPrecision",
        [
            "rate_digits": .integer("The most significant digits of the rates.", atLeast: 1, atMost: 34),
            "result_digits": .integer("The most significant digits of the result.", atLeast: 1, atMost: 34),
            "result_exact": .boolean(
                "Whether the result is given with every digit that was computed. Where not, `numbers=string` gives "
                    + "the rest."),
        ])
}
