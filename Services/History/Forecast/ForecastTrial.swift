/// What forecasts so many steps ahead, or up to so many, were worth in the past.
struct ForecastTrial: Sendable {
    /// The mean size of the errors, in logarithms.
    let error: Double
    /// The same of saying that the rate stays as it is.
    let errorOfNoChange: Double
    let coverage: IntervalCoverage

    /// The one error as a part of the other: below 1 is better than no change. Nil where the rate never moved.
    var ratio: Double? { errorOfNoChange > 0 ? error / errorOfNoChange : nil }

    /// Whether the method was better than saying that nothing changes.
    var beatsNoChange: Bool { error < errorOfNoChange }

    /// - Parameter steps: how many steps ahead, 1 to `WalkForward.longestHorizon`; all of them count alike.
    init(_ walk: WalkForward, ahead steps: ClosedRange<Int>) {
        var (error, errorOfNoChange, coverage) = (0.0, 0.0, IntervalCoverage())
        for step in steps {
            error += walk.errors[step - 1].reduce(0, +)
            errorOfNoChange += walk.errorsOfNoChange[step - 1].reduce(0, +)
            coverage += walk.coverage(ahead: step)
        }
        let count = Double(steps.count * walk.origins.count)
        self.error = error / count
        self.errorOfNoChange = errorOfNoChange / count
        self.coverage = coverage
    }
}
