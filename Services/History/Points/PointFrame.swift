import SharedDomain

/// What the points of a series are read within.
struct PointFrame: Sendable {
    /// The days that were asked for.
    let window: ClosedRange<Int32>
    /// The newest day held of the source.
    let newestDay: Day
    /// The first day of the source that hours are kept of; nil of points that are no hours.
    let hourlyFrom: Day?
    /// The breaks within the window, by day; of weeks and months from the first day of the first one on.
    let breaks: [SeriesBreak]
    /// The last observation before the first point, of weeks and months before the first day of that; nil where there is
    /// none.
    let preceding: (day: Int32, cross: ExactCross)?
    /// The first observation after the window, where days are filled; nil where there is none.
    let following: (day: Int32, cross: ExactCross)?
    /// The first day with an observation of the first point's whole stretch; nil where there are no points.
    let opening: Int32?

    /// What ends the filling that begins with the last observation of the window, or before it: the observation after the
    /// window, or else the newest day held; nil where one of the currencies ended.
    func end(after observed: Int32) -> (day: Int32, cross: ExactCross?)? {
        if let following { return (following.day, following.cross) }
        let hasEnded = breaks.contains { one in
            guard one.kind == .ended || one.kind == .redenomination, let last = one.lastBefore else { return false }
            return last.number >= observed
        }
        return hasEnded ? nil : (newestDay.adding(days: 1).number, nil)
    }

    /// Whether a week or month lies only in part within the window and the days held.
    func isPartial(_ days: ClosedRange<Day>) -> Bool {
        days.lowerBound.number < window.lowerBound || days.upperBound.number > window.upperBound
            || days.upperBound > newestDay
    }
}
