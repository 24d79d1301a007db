import SharedDomain

/// The price of one item that answers for a country, or why none does.
enum FoundPrice: Sendable, Hashable {
    /// No edition has one.
    case none
    /// The newest there is, too old to answer.
    case outdated(EditionPrice)
    /// The one that answers.
    case current(EditionPrice)

    /// The price that answers; nil when none does.
    var current: EditionPrice? {
        if case .current(let price) = self { price } else { nil }
    }

    /// The price that answers, or else the newest there is.
    var newest: EditionPrice? {
        switch self {
        case .none: nil
        case .outdated(let price), .current(let price): price
        }
    }

    var isOutdated: Bool {
        if case .outdated = self { true } else { false }
    }
}

/// As of which day prices are looked for, and how old they may be then.
struct PriceSearch: Sendable {
    /// The day that ages count to. Currencies must exist on it.
    let day: Day
    /// The last day whose editions may answer; nil for any, even one that is dated a day ahead.
    var last: Day?
    /// How many days old a price may be on that day.
    let maximumAgeDays: Int

    /// The price that answers for the country: the first in order of precedence that is not too old, of those in money
    /// that exists on the day; where there are none of these, of those in money that does not.
    func price(of item: BasketItem, for country: Country) -> FoundPrice {
        let prices = item.prices(for: country).filter { price in last.map { price.day <= $0 } ?? true }
        guard let newest = prices.first else { return .none }
        let recent = prices.prefix { $0.day.distance(to: day) <= maximumAgeDays }
        let answer = recent.first { Currency.named($0.price.currency)?.exists(on: day) == true } ?? recent.first
        return answer.map(FoundPrice.current) ?? .outdated(newest)
    }
}
