import SharedDomain

/// A forecast in the figures that are shown: computed in binary64, each rounded here, once.
struct ForecastReply: Sendable {
    /// One day ahead.
    struct Point: Sendable {
        let day: Day
        let steps: Int
        let rate: ExactDecimal
        let eighty: (low: ExactDecimal, high: ExactDecimal)
        let ninetyFive: (low: ExactDecimal, high: ExactDecimal)
    }

    let answer: ForecastAnswer
    let lastRate: ExactDecimal
    let points: [Point]

    /// - Parameter digits: significant digits of every rate.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ answer: ForecastAnswer, significantDigits digits: Int) throws(ServiceError) {
        func shown(_ value: Double) throws(ServiceError) -> ExactDecimal {
            guard let shown = ExactDecimal(value, significantDigits: digits) else { throw .internalError() }
            return shown
        }
        self.answer = answer
        lastRate = try answer.lastRate.rate(significantDigits: digits)
        var points: [Point] = []
        for (day, point) in zip(answer.days, answer.forecast.points) {
            points.append(
                Point(
                    day: day, steps: point.steps, rate: try shown(point.rate),
                    eighty: (
                        try shown(point.rate / point.factors.eighty), try shown(point.rate * point.factors.eighty)
                    ),
                    ninetyFive: (
                        try shown(point.rate / point.factors.ninetyFive),
                        try shown(point.rate * point.factors.ninetyFive)
                    )))
        }
        self.points = points
    }
}
