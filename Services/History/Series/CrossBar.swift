import Foundation
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

extension SourceBook {
    /// One bar for each day of the window that has observations of both currencies, ascending.
    func dailyBars(of target: CurrencyCode, in base: CurrencyCode, days window: ClosedRange<Int32>) -> [CrossBar] {
        guard let target = legs[target], let base = legs[base] else { return [] }
        let series = CrossSeries(of: target, in: base, days: window)
        return (0..<series.count).map { place in
            let day = Day(number: series.days[place])
            let cross = series.crosses[place]
            return CrossBar(
                start: day.start(in: .gmt), day: day, open: cross, high: cross, low: cross, close: cross,
                average: series.rates[place], count: 1)
        }
    }

    /// One bar for each hour of the window that has observations of both currencies, ascending: of the days whose
    /// observations are still kept one by one.
    func hourlyBars(of target: CurrencyCode, in base: CurrencyCode, days window: ClosedRange<Int32>) -> [CrossBar] {
        []
    }
}
