/// What a transaction has changed.
struct StoreChanges: OptionSet, Sendable {
    let rawValue: Int

    /// The sheets that are kept.
    static let rates = StoreChanges(rawValue: 1)
    /// The price editions.
    static let prices = StoreChanges(rawValue: 2)
    /// Between which days there are quotes.
    static let coverage = StoreChanges(rawValue: 4)
}
