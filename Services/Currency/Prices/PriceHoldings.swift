import SharedDomain

/// Which price editions are held.
struct PriceHoldings: Sendable, Hashable {
    /// The editions of one item.
    struct Item: Sendable, Hashable {
        /// Such as `bigmac`.
        let name: String
        /// How many there are.
        let editions: Int
        /// The day of the newest.
        let newest: Day
    }

    /// By name.
    let items: [Item]

    /// How many editions there are of all items.
    var editions: Int { items.reduce(0) { $0 + $1.editions } }
}
