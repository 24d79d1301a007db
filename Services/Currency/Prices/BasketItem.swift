import SharedDomain

/// Everything that is held of one basket item, found by area.
struct BasketItem: Sendable, Hashable {
    /// Such as `bigmac`.
    let name: String
    /// How many editions there are.
    let editions: Int
    /// The day of the oldest.
    let oldest: Day
    /// The day of the newest.
    let newest: Day

    /// The price that precedes the others first.
    private let pricesByArea: [PriceArea: [EditionPrice]]

    /// The editions of one item, in any order; nil when there are none.
    init?(_ editions: [HeldEdition]) {
        let days = editions.map(\.edition.day)
        guard let name = editions.first?.edition.item, let oldest = days.min(), let newest = days.max() else {
            return nil
        }
        self.name = name
        self.editions = editions.count
        self.oldest = oldest
        self.newest = newest
        var pricesByArea: [PriceArea: [EditionPrice]] = [:]
        for held in editions {
            for price in held.edition.prices {
                pricesByArea[price.area, default: []].append(
                    EditionPrice(
                        price: price, day: held.edition.day, source: held.edition.source, recordedAt: held.recordedAt))
            }
        }
        self.pricesByArea = pricesByArea.mapValues { $0.sorted { $0.precedes($1) } }
    }

    /// Every price that may answer for the country, the one that precedes the others first: its own, and those of the
    /// euro area since it is a member.
    func prices(for country: Country) -> [EditionPrice] {
        let own = pricesByArea[.country(country.alpha2)] ?? []
        guard let joined = country.joinedEuroArea else { return own }
        let shared = (pricesByArea[.euroArea] ?? []).filter { $0.day >= joined }
        return own.isEmpty ? shared : (own + shared).sorted { $0.precedes($1) }
    }
}
