import SharedDomain

/// The rates that can be shown now.
struct PostedRates: Sendable, Hashable {
    enum Condition: Sendable {
        /// As the source gave them within their lifetime.
        case current
        /// The source does not answer: these are the last it gave.
        case outdated
        /// The source does not answer and never has: there are none.
        case missing
    }

    private let rates: [CurrencyCode: DestinationRate]
    let condition: Condition

    init(_ rates: [CurrencyCode: DestinationRate], _ condition: Condition) {
        self.rates = rates
        self.condition = condition
    }

    static let missing = PostedRates([:], .missing)

    /// The rate of a currency, nil when there is none.
    subscript(currency: CurrencyCode) -> DestinationRate? { rates[currency] }

    /// Whether a rate must not be taken for today's: it says so itself, or nobody could be asked.
    func isStale(_ rate: DestinationRate) -> Bool { rate.isStale || condition == .outdated }
}
