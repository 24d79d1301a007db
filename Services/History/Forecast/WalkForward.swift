/// What forecasts of a series would have been worth, had they been made in its past: from origins at a fixed distance
/// from one another, each from what was known there and nothing later, and compared with what came.
///
/// An error is the distance between the logarithm of the forecast and that of the rate that came.
struct WalkForward: Sendable {
    /// The most steps that are forecast.
    static let longestHorizon = 30
    /// The points that a forecast is fitted to: about a year of publications.
    static let fittedPoints = 250
    /// The most points that are looked back on: about five years of publications.
    static let mostPoints = 1_250
    /// Points from one origin to the next.
    static let spacing = 4
    /// The fewest origins that something is said of.
    static let fewestOrigins = 60
    /// The fewest past errors that an interval is made of: a quantile of 95 % needs 19.
    static let fewestKnownErrors = 20
    /// The fewest points that can be looked back on.
    static let fewestPoints = fittedPoints + longestHorizon + spacing * (fewestOrigins - 1)

    /// The places of the origins among the points, ascending: the last point that each forecast knew.
    let origins: [Int]
    /// The errors of the method, by steps ahead (the first is one step) and then by origin.
    let errors: [[Double]]
    /// The errors of saying that the rate stays as it is, likewise.
    let errorsOfNoChange: [[Double]]

    /// - Parameter logs: logarithms of rates on consecutive publication days, `fewestPoints` or more.
    init(over logs: [Double]) {
        let last = logs.count - 1 - Self.longestHorizon
        let origins = Array(stride(from: last, through: Self.fittedPoints - 1, by: -Self.spacing).reversed())
        var errors = Array(repeating: [Double](), count: Self.longestHorizon)
        var errorsOfNoChange = errors
        for origin in origins {
            let forecast = ThetaForecast(fittedTo: logs[(origin + 1 - Self.fittedPoints)...origin])
            for steps in 1...Self.longestHorizon {
                let came = logs[origin + steps]
                errors[steps - 1].append(abs(forecast.value(ahead: steps) - came))
                errorsOfNoChange[steps - 1].append(abs(logs[origin] - came))
            }
        }
        self.origins = origins
        self.errors = errors
        self.errorsOfNoChange = errorsOfNoChange
    }

    /// How far, in logarithms, an interval reaches to either side of a forecast so many steps ahead: the quantile of
    /// all errors at that distance.
    func reach(of level: IntervalLevel, ahead steps: Int) -> Double {
        SortedErrors(errors[steps - 1]).quantile(level.part)
    }
}
