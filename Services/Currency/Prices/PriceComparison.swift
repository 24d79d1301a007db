import SharedDomain

/// What one item costs in a country beside another, exactly.
struct PriceComparison: Sendable {
    /// 100 × (price ÷ base price), both in one money, or why there is none.
    enum Outcome: Sendable {
        case index(ExactRatio)
        case missing(MissingIndex)
    }

    let item: String
    /// The price in the country.
    let price: FoundPrice
    /// The price in the base country.
    let basePrice: FoundPrice
    let outcome: Outcome

    /// Compares the two, with the rates as they are now.
    init(of item: String, _ price: FoundPrice, to basePrice: FoundPrice, _ rates: inout UsedRates) {
        self.item = item
        self.price = price
        self.basePrice = basePrice
        outcome = Self.outcome(price, basePrice, &rates)
    }

    /// The index; nil where there is none.
    var index: ExactRatio? {
        if case .index(let index) = outcome { index } else { nil }
    }

    /// Why there is no index; nil where there is one.
    var missing: MissingIndex? {
        if case .missing(let reason) = outcome { reason } else { nil }
    }

    private static func outcome(_ price: FoundPrice, _ basePrice: FoundPrice, _ rates: inout UsedRates) -> Outcome {
        guard let there = price.current?.price else { return .missing(price.isOutdated ? .outdated : .noPrice) }
        guard let here = basePrice.current?.price else {
            return .missing(basePrice.isOutdated ? .baseOutdated : .noBasePrice)
        }
        guard let rate = rates.ratio(of: there.currency, in: here.currency),
            let quotient = ExactRatio(there.localPrice, over: here.localPrice)
        else { return .missing(.noRate) }
        return .index(ExactRatio(100) * quotient * rate)
    }
}

extension [PriceComparison] {
    /// The mean of the indices that there are; nil when there is none.
    var composite: ExactRatio? {
        let indices = compactMap(\.index)
        guard let first = indices.first else { return nil }
        return indices.dropFirst().reduce(first, +) / ExactRatio(indices.count)
    }
}
