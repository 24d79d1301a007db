import SharedDomain
import SharedHTTP

/// The latest prices of currencies in one money, each with its evidence.
struct LatestAnswer: Sendable {
    /// A price, how old it is, and why it is the one.
    struct Entry: Sendable {
        /// The price with what it was computed from.
        let rate: LatestRate
        /// From when it was published until `version.asOf`, in whole seconds; not below 0.
        let ageSeconds: Int64
        /// Whether its source should have published a newer one by then.
        let isStale: Bool
        /// Set when it does not come from the preferred source.
        var fallback: RateFallback?
        /// Set when sources differ by more than the bound.
        var disagreement: Disagreement?
    }

    /// What the sources that are not stale say of the same pair.
    struct Disagreement: Sendable {
        /// The highest less the lowest, in percent of the lowest; 4 digits after the point, half up.
        let spreadPercent: ExactDecimal
        /// The price of each source, rounded as the entry's is; in order of preference.
        let rates: [(source: SourceID, value: ExactDecimal)]
    }

    /// Which state of the rates it comes from, and the moment that it is as of.
    let version: AnswerVersion
    /// The money that the prices are given in.
    let base: CurrencyCode
    /// By currency code.
    let entries: [Entry]
    /// Currencies that were asked for and have no rate, by code.
    let unavailable: [CurrencyCode]
    /// The newest of the prices; where there are none, the price of the base in itself.
    let newest: LatestRate
    /// Whether memory had the rates, rather than a store or another service.
    var isFromMemory = true

    /// Whether any of the prices is stale.
    var isStale: Bool { entries.contains(where: \.isStale) }
}
