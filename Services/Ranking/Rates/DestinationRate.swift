import SharedDomain

/// What one unit of a country's money costs in won today, with its evidence.
struct DestinationRate: Sendable, Hashable {
    /// The digits a rate is shown with.
    static let significantDigits = 10

    /// Won for one unit.
    let rate: ExactDecimal
    let observedOn: Day
    let publishedAt: Instant
    let source: String
    /// Whether a newer one should be known by now.
    let isStale: Bool
}
