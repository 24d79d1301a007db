import SharedHTTP

extension RateMatrix {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "RateMatrix",
        [
            "observed_on": .day("The day of the first of the publications."),
            "source": .string("Who published it.", pattern: "^[a-z0-9-]{1,32}$"),
            "published_at": .instant("When it was made public."),
            "stale": .boolean("Whether any of the rates is stale."),
            "cache_hit": .boolean("Whether memory answered, rather than a store or another service."),
            "rates": .map(
                of: .map(
                    of: .decimal("The price of one unit in the base money; null where no source has both.").nullable,
                    "By ISO 4217 code of the currency that is priced."),
                "By ISO 4217 code of the base money."),
            "unavailable": .array(
                of: .currencyCode(), "The currencies that were asked for and have no rate.",
                count: 0...Conversions.mostInMatrix),
            "publications": .array(
                of: publication, "Where the rates come from; the first is that of every pair no other one names.",
                count: 1...mostPairs),
            "disagreements": .array(
                of: disagreement, "The pairs that sources differ about by more than the bound.", count: 0...mostPairs),
        ])

    private static let mostPairs = Conversions.mostInMatrix * (Conversions.mostInMatrix - 1) / 2

    private static let pair = ValueSchema.string(
        "Two ISO 4217 codes; either way round.", pattern: "^[A-Z]{3}/[A-Z]{3}$")

    private static let publication = ValueSchema.object(
        named: "MatrixPublication",
        [
            "source": .string("Who published it.", pattern: "^[a-z0-9-]{1,32}$"),
            "observed_on": .day("The day that it is for."),
            "published_at": .instant("When it was made public."),
            "age_seconds": .integer("Seconds since then, as of the answer's `timestamp`.", atLeast: 0),
            "stale": .boolean("Whether its source should have published a newer one by then."),
            "fallback": RateFallback.schema.nullable,
            "pairs": .array(
                of: pair, "The pairs that it serves; absent in the first publication.", count: 1...mostPairs
            )
            .optional,
        ])

    private static let disagreement = ValueSchema.object(
        named: "MatrixDisagreement",
        [
            "pair": pair,
            "spread_percent": .decimal("The highest rate less the lowest, in percent of the lowest."),
        ])
}
