import SharedDomain

/// How often a country was selected on a day.
struct CountryTally: Sendable, Hashable {
    let country: CountryCode
    let day: Day
    /// The selections that count.
    let selections: Int
    /// The different users among them.
    let users: Int
    /// When the last of them came.
    let lastSelectedAt: Instant
}
