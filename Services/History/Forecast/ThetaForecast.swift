/// The Theta method of Assimakopoulos and Nikolopoulos ("The theta model: a decomposition approach to forecasting",
/// International Journal of Forecasting 16, 2000) with its two usual lines, for values without a season.
///
/// The first line is the least-squares line through the values, carried on. The second is twice the values less the
/// first, smoothed exponentially and carried on level. A forecast is the mean of the two: simple exponential smoothing
/// with half the slope as drift (Hyndman and Billah, "Unmasking the Theta method", same journal 19, 2003).
struct ThetaForecast: Sendable {
    /// The smoothing factors that are tried, in tenths.
    static let tenths = 1...10

    /// The smoothing factor with the least squared error one step ahead, the smallest of several.
    let smoothing: Double
    /// Where the smoothed line ends.
    private let level: Double
    /// Where the straight line ends.
    private let end: Double
    /// What the straight line rises by with each step.
    private let slope: Double

    /// Fits both lines to values at equal steps; two of them or more.
    init(fittedTo values: ArraySlice<Double>) {
        let middle = Double(values.count - 1) / 2
        var (sum, products, squares) = (0.0, 0.0, 0.0)
        for (step, value) in values.enumerated() {
            let distance = Double(step) - middle
            sum += value
            products += distance * value
            squares += distance * distance
        }
        let slope = products / squares
        let start = sum / Double(values.count) - slope * middle
        let line = values.enumerated().map { 2 * $1 - (start + slope * Double($0)) }
        var best = (smoothing: 0.0, level: 0.0, error: Double.infinity)
        for tenth in Self.tenths {
            let smoothing = Double(tenth) / 10
            let (level, error) = Self.smoothed(line, by: smoothing)
            if error < best.error { best = (smoothing, level, error) }
        }
        (smoothing, level) = (best.smoothing, best.level)
        end = start + slope * Double(values.count - 1)
        self.slope = slope
    }

    /// The value so many steps after the last.
    func value(ahead steps: Int) -> Double { (end + slope * Double(steps) + level) / 2 }

    /// Simple exponential smoothing from the first value on: the last level, and the sum of the squared errors.
    private static func smoothed(_ line: [Double], by smoothing: Double) -> (level: Double, error: Double) {
        var (level, error) = (line[0], 0.0)
        for value in line.dropFirst() {
            let surprise = value - level
            error += surprise * surprise
            level += smoothing * surprise
        }
        return (level, error)
    }
}
