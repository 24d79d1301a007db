import SharedDomain

/// The rates that can be shown now.
struct PostedRates: Sendable, Hashable {
    enum Condition: String, Sendable {
        /// As the source gave them within their lifetime.
        case current
        /// The source does not answer: these are the last it gave.
        case outdated
        /// The source does not answer and never has: there are none.
        case missing
    }

    private let table: RateTable
    let condition: Condition

    init(_ table: RateTable, _ condition: Condition) {
        self.table = table
        self.condition = condition
    }

    static let missing = PostedRates(RateTable([:]), .missing)

    /// The rate of a currency, nil when there is none.
    subscript(currency: CurrencyCode) -> DestinationRate? { table.rates[currency] }

    /// Whether a rate must not be taken for today's: it says so itself, or nobody could be asked.
    func isStale(_ rate: DestinationRate) -> Bool { rate.isStale || condition == .outdated }

    /// Equal only when everything here is.
    var tag: String { "\(condition.rawValue) \(table.tag)" }

    /// When the newest of them was published; empty of none.
    var newestPublication: [Instant] { table.newestPublication.map { [$0] } ?? [] }
}
