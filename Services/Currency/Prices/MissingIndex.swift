/// Why an item has no index.
enum MissingIndex: String, Sendable, CaseIterable {
    /// No edition has a price for the country.
    case noPrice = "no_price"
    /// The newest price for the country is too old.
    case outdated
    /// No edition has a price for the base country.
    case noBasePrice = "no_base_price"
    /// The newest price for the base country is too old.
    case baseOutdated = "base_outdated"
    /// There is no current rate between the two currencies.
    case noRate = "no_rate"
}
