import SharedDomain

/// An answer in the figures that are shown: every one computed exactly and rounded here, once. Only the average is of
/// binary64 numbers.
struct HistoryReply: Sendable {
    /// One day of the series.
    struct Point: Sendable {
        let day: Day
        let rate: ExactDecimal
        /// The rate less that of the point before; 0 where nothing precedes.
        let change: ExactDecimal
        /// The same in percent of the point before.
        let changePercent: ExactDecimal
    }

    /// The observations behind a point: one source publishes once a day.
    static let observationsPerPoint = 1

    let answer: SeriesAnswer
    let statistics: SeriesStatistics
    let points: [Point]
    let average: ExactDecimal?

    /// - Parameter digits: significant digits of every rate and change.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ answer: SeriesAnswer, _ statistics: SeriesStatistics, significantDigits digits: Int) throws(ServiceError) {
        var points: [Point] = []
        points.reserveCapacity(answer.series.count)
        var earlier = answer.preceding
        for (day, cross) in zip(answer.series.days, answer.series.crosses) {
            points.append(try Point(day: Day(number: day), cross, after: earlier, significantDigits: digits))
            earlier = cross
        }
        self.answer = answer
        self.statistics = statistics
        self.points = points
        average = statistics.average.flatMap { ExactDecimal($0, significantDigits: digits) }
    }
}

extension HistoryReply.Point {
    fileprivate init(
        day: Day, _ cross: ExactCross, after earlier: ExactCross?, significantDigits digits: Int
    ) throws(ServiceError) {
        self.day = day
        rate = try cross.rate(significantDigits: digits)
        guard let earlier else {
            (change, changePercent) = (.zero, .zero)
            return
        }
        change = try cross.change(since: earlier, significantDigits: digits)
        changePercent = try cross.changePercent(since: earlier, significantDigits: digits)
    }
}
