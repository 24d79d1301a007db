import SharedDomain
import SharedHTTP

/// The countries by what baskets cost there, the cheapest first.
struct PriceRankingAnswer: Sendable {
    /// A country, and what baskets cost there.
    struct Entry: Sendable {
        /// From 1 on; countries that cost exactly the same share it, and those after them follow as if they did not.
        let rank: Int
        let country: Country
        /// Its name in the language asked for.
        let name: String
        /// The mean of the indices.
        let composite: ExactDecimal
        /// The indices that there are, by item.
        let indices: [(item: String, index: ExactDecimal)]
        /// Whether the euro area's price answers for the country in any item.
        let isAnsweredByEuroArea: Bool
    }

    /// Which state of rates and prices it comes from, and the moment that it is as of.
    let version: AnswerVersion
    /// Whether memory had them.
    let isFromMemory: Bool
    /// The country that is 100.
    let base: Country
    /// The item that decides; nil for the mean of all.
    let item: String?
    /// How many countries have a rank, whether listed or not.
    let total: Int
    let entries: [Entry]
    /// The rates that the listed indices were computed with.
    let rates: [UsedRate]

    /// Whether any of these rates is stale.
    var isStale: Bool { rates.contains(where: \.entry.isStale) }
}
