import SharedDomain

/// A series and what is known about it.
struct SeriesAnswer: Sendable {
    let question: SeriesQuestion
    /// Who published every figure in it.
    let source: SourceID
    /// The newest day held of that source: where a period ends.
    let asOf: Day
    let series: CrossSeries
    /// The last point before the first, which its change is against; nil when the series begins there.
    let preceding: ExactCross?
}
