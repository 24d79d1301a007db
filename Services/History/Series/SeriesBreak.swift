import SharedDomain

/// Where a window of a series is not one stretch of comparable rates.
struct SeriesBreak: Sendable, Equatable {
    enum Kind: String, CaseIterable, Sendable {
        /// The currency took the place of another one, at so many of the old for one of the new.
        case redenomination
        /// The first observation lies within the window.
        case began
        /// The last observation lies within the window.
        case ended
        /// No observation for longer than `longestSilence`.
        case gap
    }

    /// The most days between two observations that still follow one another. Longer than any holidays.
    static let longestSilence: Int32 = 31

    let kind: Kind
    /// Whose it is; of a gap, the one of the two that was not quoted.
    let currency: CurrencyCode
    /// The last day before it that has an observation; nil of a beginning.
    let lastBefore: Day?
    /// The first day after it that has one; nil of an end.
    let firstAfter: Day?
    /// The currency that came before, or after an end; nil where there is none.
    let other: CurrencyCode?
    /// How many of the older currency one of the newer one took the place of, exactly; nil where there is none.
    let factor: ExactDecimal?
}

extension SeriesAnswer {
    /// The breaks within the window, by day.
    var breaks: [SeriesBreak] { [] }
}

extension CrossSeries {
    /// The stretches without a gap, as places: changes are taken within them, never from one to the next.
    var unbrokenRuns: [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for place in 1..<max(1, count) where days[place] - days[place - 1] > SeriesBreak.longestSilence {
            runs.append(start..<place)
            start = place
        }
        return count == 0 ? [] : runs + [start..<count]
    }
}
