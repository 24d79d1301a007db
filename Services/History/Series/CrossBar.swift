import SharedDomain

/// What the rate of a pair did in one stretch of time.
struct CrossBar: Sendable {
    /// The beginning of the hour in UTC; of a day and longer the beginning of its first day, in UTC.
    let start: Instant
    /// The day of the observations; of a longer stretch its first day.
    let day: Day
    let open: ExactCross
    let high: ExactCross
    let low: ExactCross
    /// The rate that a series of days has.
    let close: ExactCross
    /// The mean of the observations, binary64.
    let average: Double
    /// How many observations.
    let count: Int
}
