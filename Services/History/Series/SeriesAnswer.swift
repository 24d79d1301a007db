import SharedDomain

/// A series and what is known about it.
struct SeriesAnswer: Sendable {
    let question: SeriesQuestion
    /// Who published every figure in it.
    let source: SourceID
    /// The newest day held of that source: where a period ends.
    let asOf: Day
    let series: CrossSeries
    /// The last point before the first; nil when the series begins there.
    let preceding: ExactCross?
    /// The day of `preceding`, as days since 1970-01-01.
    let precedingDay: Int32?
    /// The breaks within the window, by day.
    let breaks: [SeriesBreak]

    /// The days that were asked for; one without an end is as long as days can be counted.
    let window: ClosedRange<Int32>

    /// The change over the whole window; nil where the points don't cover it.
    var change: WindowChange? { wholeDays.flatMap(series.change) }

    /// The days that the points have to cover for a change over the whole: those of the window up to the newest one held.
    /// The longest period is all there is of the pair, so it goes from the first point to the last, and a window without
    /// a beginning from the first point on. Nil of no points.
    var wholeDays: ClosedRange<Int32>? {
        guard let first = series.days.first, let last = series.days.last else { return nil }
        if question.window == .period(.max) { return first...last }
        let start = window.lowerBound == .min ? first : window.lowerBound
        return start...max(start, min(window.upperBound, asOf.number))
    }
}
