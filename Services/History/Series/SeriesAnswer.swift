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
}
