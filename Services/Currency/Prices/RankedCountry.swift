import SharedDomain

/// A country in its place among those that have an index.
struct RankedCountry: Sendable {
    let rank: Int
    let country: Country
    let comparisons: [PriceComparison]
    /// The mean of the indices.
    let composite: ExactRatio

    /// Every country that has an index, the cheapest first; of those that cost exactly the same, by code.
    /// - Parameters:
    ///   - base: the country that is 100.
    ///   - item: the item that decides; nil for the mean of all.
    static func all(
        _ items: [BasketItem], _ search: PriceSearch, base: Country, item: String?, _ rates: inout UsedRates
    ) -> [RankedCountry] {
        let held = items.map { (item: $0, basePrice: search.price(of: $0, for: base)) }
        var found: [(country: Country, comparisons: [PriceComparison], composite: ExactRatio, key: ExactRatio)] = []
        for country in Country.all {
            let comparisons = held.map { item, basePrice in
                PriceComparison(of: item.name, search.price(of: item, for: country), to: basePrice, &rates)
            }
            guard let composite = comparisons.composite else { continue }
            let key = item == nil ? composite : comparisons.first { $0.item == item }?.index
            if let key { found.append((country, comparisons, composite, key)) }
        }
        found.sort { ($0.key, $0.country.alpha2) < ($1.key, $1.country.alpha2) }
        var ranked: [RankedCountry] = []
        for (place, one) in found.enumerated() {
            let isEqual = place > 0 && found[place - 1].key == one.key
            let rank = isEqual ? ranked[place - 1].rank : place + 1
            ranked.append(
                RankedCountry(rank: rank, country: one.country, comparisons: one.comparisons, composite: one.composite))
        }
        return ranked
    }
}

extension PriceRankingAnswer.Entry {
    /// A ranked country with its name, rounded.
    init(_ ranked: RankedCountry, _ language: Language, _ significantDigits: Int) throws(ServiceError) {
        var indices: [(item: String, index: ExactDecimal)] = []
        for comparison in ranked.comparisons {
            if let index = try comparison.index?.rounded(significantDigits) { indices.append((comparison.item, index)) }
        }
        self.init(
            rank: ranked.rank, country: ranked.country, name: ranked.country.name(in: language),
            composite: try ranked.composite.rounded(significantDigits), indices: indices,
            isAnsweredByEuroArea: ranked.comparisons.contains { $0.price.current?.price.area == .euroArea })
    }
}

extension ExactRatio {
    /// Rounded once, half up.
    func rounded(_ significantDigits: Int) throws(ServiceError) -> ExactDecimal {
        try rounded(significantDigits: significantDigits, mode: .halfUp)
    }
}
