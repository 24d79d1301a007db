import SharedDomain

/// A chart of the countries that people chose.
struct Chart: Sendable {
    /// The days it counts.
    let window: ClosedRange<Day>
    /// All selections of the window that count, those for countries outside the chart included.
    let totalSelections: Int
    /// When it last changed: with its last selection, or when its day began.
    let lastUpdated: Instant
    /// In order.
    let entries: [ChartEntry]

    /// The chart of the `current` tallies against the `previous` ones, each with one tally for a country.
    init(
        window: ClosedRange<Day>, startingAt start: Instant, current: [CountryTally], previous: [CountryTally],
        minimumUsers: Int
    ) {
        let total = current.reduce(0) { $0 + $1.selections }
        let before = Standings(previous, minimumUsers: minimumUsers)
        self.window = window
        totalSelections = total
        lastUpdated = current.map(\.lastSelectedAt).max() ?? start
        entries = Standings(current, minimumUsers: minimumUsers).places.map { place in
            ChartEntry(place, of: total, previousRank: before.rank(of: place.country))
        }
    }
}
