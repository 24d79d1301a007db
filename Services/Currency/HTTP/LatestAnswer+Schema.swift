import SharedDomain
import SharedHTTP

extension LatestAnswer {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "LatestRates",
        [
            "base": .currencyCode("The money that the rates are given in."),
            "timestamp": .unixSeconds("When the newest of the rates was published."),
            "observed_on": .day("The day that the newest of the rates is for."),
            "rates": .map(
                of: .decimal("The price of one unit in the base money."), "The prices, by ISO 4217 code."),
            "source": .string("Who published the newest of the rates.", pattern: "^[a-z0-9-]{1,32}$"),
            "cache_hit": .boolean("Whether memory answered, rather than a store or another service."),
            "stale": .boolean("Whether any of the rates is stale."),
            "unavailable": .array(
                of: .currencyCode(), "The currencies that were asked for and have no rate.",
                count: 0...LatestQuestion.mostSymbols),
            "evidence": .map(of: Entry.schema, "How each of the rates came about, by ISO 4217 code."),
        ])
}

extension LatestAnswer.Entry {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RateEvidence",
        [
            "source": .string("Who published the rate.", pattern: "^[a-z0-9-]{1,32}$"),
            "observed_on": .day("The day that the rate is for."),
            "published_at": .instant("When it was made public."),
            "age_seconds": .integer("Seconds since then, as of the answer's `timestamp`.", atLeast: 0),
            "stale": .boolean("Whether its source should have published a newer one by then."),
            "pivot": .currencyCode("The currency that the source quotes against."),
            "legs": .array(
                of: quote,
                "The published figures that the rate was computed from: none for the base in itself, one where either "
                    + "currency is the pivot, else that of the currency and that of the base.", count: 0...2),
            "fallback": RateFallback.schema.nullable,
            "disagreement": LatestAnswer.Disagreement.schema.nullable,
        ])

    private static let quote = ValueSchema.object(
        named: "PublishedQuote",
        [
            "currency": .currencyCode("The currency that is quoted against the pivot."),
            "price": .decimal("The figure as it was published."),
            "unit": .integer("How many units the figure is for: 1 or 100.", atLeast: 1, atMost: 100),
            "direction": .oneOf(
                QuoteDirection.self,
                "`per_pivot`: the figure counts units of the currency for `unit` of the pivot. `in_pivot`: it counts "
                    + "pivot money for `unit` of the currency."),
        ])
}

extension RateFallback {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RateFallback",
        [
            "preferred_source": .string("The source that should serve.", pattern: "^[a-z0-9-]{1,32}$"),
            "reason": .oneOf(
                Reason.self,
                "`stale`: it should have published a newer rate by now. `missing`: it has no rate of the pair."),
        ]
    ).described("Why another source than the preferred one serves; null where the preferred one does.")
}

extension LatestAnswer.Disagreement {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RateDisagreement",
        [
            "spread_percent": .decimal(
                "The highest rate less the lowest, in percent of the lowest; at most 4 digits after the point."),
            "rates": .map(
                of: .decimal("The price of one unit in the base money."),
                "What each source says that is not stale, by its name; the preferred one first."),
        ]
    ).described("Set where the sources that are not stale differ by more than the bound that is configured.")
}
