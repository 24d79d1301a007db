import SharedDomain
import SharedHTTP

/// What baskets cost in one country beside another, with the evidence.
struct PriceIndexAnswer: Sendable {
    /// One item, rounded.
    struct Item: Sendable {
        /// The prices, and why there is no index where there is none.
        let comparison: PriceComparison
        let index: ExactDecimal?
        /// The price in the country in dollars; nil where no price answers or no rate does.
        let dollars: ExactDecimal?
        /// The same of the base country.
        let baseDollars: ExactDecimal?

        var name: String { comparison.item }
    }

    /// Which state of rates and prices it comes from, and the moment that it is as of.
    let version: AnswerVersion
    /// Whether memory had them.
    let isFromMemory: Bool
    let country: Country
    /// Its name in the language asked for.
    let countryName: String
    /// The country that is 100.
    let base: Country
    /// Every item held, by name.
    let items: [Item]
    /// The mean of the indices that there are, rounded once from the exact ones.
    let composite: ExactDecimal?
    /// The rates that were used.
    let rates: [UsedRate]

    /// Whether any rate used is stale.
    var isStale: Bool { rates.contains(where: \.entry.isStale) }

    /// Whether the euro area's price answers for the country in any item.
    var isAnsweredByEuroArea: Bool { items.contains { $0.comparison.price.current?.price.area == .euroArea } }

    /// When the newest of what was used became known: a rate by its publication, an edition by its recording.
    var lastUpdated: Instant? {
        let editions = items.flatMap { [$0.comparison.price.current, $0.comparison.basePrice.current] }
            .compactMap { $0?.recordedAt }
        return (editions + rates.map(\.entry.rate.cross.publishedAt)).max()
    }

    /// The item of that name; nil when it is not held.
    func item(_ name: String) -> Item? { items.first { $0.name == name } }
}

/// The items that the answer has members of their own for.
enum KnownItem {
    /// The Economist's.
    static let bigMac = "bigmac"
    /// A tall latte.
    static let starbucksLatte = "starbucks-latte"
}
