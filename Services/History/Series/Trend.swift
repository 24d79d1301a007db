/// Where a series is heading.
struct Trend: Sendable, Equatable {
    /// The direction in one word.
    enum Direction: String, CaseIterable, Sendable {
        case upward
        case downward
        case stable
        case insufficientData = "insufficient_data"
    }

    let direction: Direction
    /// The slope of the least-squares line, in percent of the mean rate for each calendar day; nil of too few points.
    let slopePercentPerDay: Double?

    /// The fewest points that have a trend.
    static let fewestPoints = 5
    /// The slopes that count as no change, in percent of the mean per day.
    static let stableSlopes = -0.02...0.02

    /// The trend of rates, each on its day.
    init(days: [Int32], rates: [Double]) {
        guard rates.count >= Self.fewestPoints, let mean = Sample.mean(rates),
            let slope = Sample.slope(days.map(Double.init), rates)
        else {
            direction = .insufficientData
            slopePercentPerDay = nil
            return
        }
        let percent = slope / mean * 100
        slopePercentPerDay = percent
        direction = Self.stableSlopes.contains(percent) ? .stable : percent > 0 ? .upward : .downward
    }
}
