import Foundation

/// The rates to be expected on the publication days after the last point of a series, and what such forecasts were
/// worth in its past.
struct Forecast: Sendable {
    /// A rate to be expected.
    struct Point: Sendable {
        /// Publication days after the last point.
        let steps: Int
        /// What is as likely to be exceeded as not, in base money.
        let rate: Double
        /// What an interval reaches to either side, as the factor that the rate is divided and multiplied by.
        let factors: (eighty: Double, ninetyFive: Double)
    }

    let points: [Point]
    /// By steps ahead, from one on.
    let trials: [ForecastTrial]
    /// All of them together.
    let trial: ForecastTrial
    /// The places in the series of the first and of the last origin, and how many there are.
    let origins: (first: Int, last: Int, count: Int)

    /// - Parameters:
    ///   - rates: the last unbroken run of a series.
    ///   - days: how many publication days to look ahead, 1 to `WalkForward.longestHorizon`.
    /// - Returns: nil when there are fewer than `WalkForward.fewestPoints` rates.
    init?(of rates: ArraySlice<Double>, days: Int) {
        guard rates.count >= WalkForward.fewestPoints else { return nil }
        let past = rates.suffix(WalkForward.mostPoints)
        let logs = past.map { log($0) }
        let walk = WalkForward(over: logs)
        guard let first = walk.origins.first, let last = walk.origins.last else { return nil }
        let forecast = ThetaForecast(fittedTo: logs.suffix(WalkForward.fittedPoints))
        points = (1...days).map { steps in
            Point(
                steps: steps, rate: exp(forecast.value(ahead: steps)),
                factors: (
                    exp(walk.reach(of: .eighty, ahead: steps)), exp(walk.reach(of: .ninetyFive, ahead: steps))
                ))
        }
        trials = (1...days).map { ForecastTrial(walk, ahead: $0...$0) }
        trial = ForecastTrial(walk, ahead: 1...days)
        origins = (past.startIndex + first, past.startIndex + last, walk.origins.count)
    }
}
