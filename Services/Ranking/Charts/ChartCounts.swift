import SharedDomain

/// The counts that a chart is made of, all of one moment.
struct ChartCounts: Sendable {
    /// The days that it counts.
    let window: ClosedRange<Day>
    /// When they began.
    let start: Instant
    /// One tally for a country.
    let current: [CountryTally]
    /// The same of the days that it is compared with.
    let previous: [CountryTally]
    /// Names the tallies of both; nil of counts that were read from the store, whose state has no name.
    let tag: String?
}

extension Chart {
    /// The chart of some counts.
    init(_ counts: ChartCounts, minimumUsers: Int) {
        self.init(
            window: counts.window, startingAt: counts.start, current: counts.current, previous: counts.previous,
            minimumUsers: minimumUsers)
    }
}
