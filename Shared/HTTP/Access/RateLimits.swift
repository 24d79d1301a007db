/// How much a client may ask. Every client is held to both windows.
package struct RateLimits: Sendable, Hashable {
    /// Requests in an hour without a key, counted by address.
    package var anonymousPerHour: Int
    /// Requests in an hour with a standard key.
    package var standardPerHour: Int
    /// Requests in an hour with a premium key.
    package var premiumPerHour: Int
    /// Requests of any one client in a minute; nil for no such ceiling.
    package var perMinute: Int?

    /// The usual limits of an hour, and a ceiling for a minute.
    package init(
        anonymousPerHour: Int = 1_000, standardPerHour: Int = 5_000, premiumPerHour: Int = 10_000, perMinute: Int?
    ) {
        self.anonymousPerHour = anonymousPerHour
        self.standardPerHour = standardPerHour
        self.premiumPerHour = premiumPerHour
        self.perMinute = perMinute
    }

    /// The limit of an hour for a tier, nil being anonymous.
    func perHour(_ tier: Tier?) -> Int {
        switch tier {
        case nil: anonymousPerHour
        case .standard: standardPerHour
        case .premium: premiumPerHour
        }
    }
}
