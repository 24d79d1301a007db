/// One edition of a basket item's prices: what the item cost everywhere on one day.
package struct PriceEdition: Sendable, Hashable {
    /// The item, such as `bigmac`: 1 to 32 of a–z, 0–9 and `-`.
    package let item: String
    /// The day of the edition.
    package let day: Day
    /// Who collected it.
    package let source: SourceID
    /// At least one price, by area, none twice.
    package let prices: [Price]

    /// An edition of prices in any order.
    ///
    /// Throws `INVALID_PARAMETER` naming the value for a malformed item, no prices, or two for one area.
    package init(item: String, day: Day, source: SourceID, prices: [Price]) throws(ServiceError) {
        guard SlugRule.isSlug(item) else {
            throw .invalidParameter("item", provided: item, expected: "1 to 32 of a-z, 0-9 and -")
        }
        let sorted = prices.sorted { $0.area < $1.area }
        guard !sorted.isEmpty else {
            throw .invalidParameter("prices", provided: "none for \(item) \(day)", expected: "at least one price")
        }
        for (one, next) in zip(sorted, sorted.dropFirst()) where one.area == next.area {
            throw .invalidParameter(
                "\(one.area)", provided: "\(one.localPrice) and \(next.localPrice)", expected: "one price for an area")
        }
        self.item = item
        self.day = day
        self.source = source
        self.prices = sorted
    }

    /// The price that answers for that country: its own, else the euro area's for a member of it, else nil.
    package func price(for country: Country) -> Price? {
        prices.first { $0.area == .country(country.alpha2) } ?? prices.first { $0.area.covers(country) }
    }
}
