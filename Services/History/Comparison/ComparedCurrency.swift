import SharedDomain

/// How one currency did over a window.
struct ComparedCurrency: Sendable {
    let answer: SeriesAnswer
    /// Over the whole of what is compared; nil where the rates don't cover it.
    let change: WindowChange?
    /// The same in percent of the first rate, at more digits than are ever shown.
    let changePercent: ExactDecimal?
    /// The sample standard deviation of the daily changes, in percent; nil of fewer than two changes.
    let volatility: Double?
    /// The mean of the daily returns ÷ their sample standard deviation × √252, with no risk-free rate taken off; nil of
    /// fewer than two returns, and where they don't vary.
    let sharpeRatio: Double?

    var currency: CurrencyCode { answer.question.target }

    /// - Parameter days: What its rates have to cover; nil where none of those compared has any.
    init(_ answer: SeriesAnswer, over days: ClosedRange<Int32>?) throws(ServiceError) {
        let series = answer.series
        let returns = series.returns
        let deviation = Sample.deviation(returns)
        self.answer = answer
        change = days.flatMap(series.change)
        changePercent = try change?.percent(significantDigits: Self.rankedDigits)
        volatility = deviation.map { $0 * 100 }
        sharpeRatio = Sample.mean(returns).flatMap { mean in
            guard let deviation, deviation > 0 else { return nil }
            return mean / deviation * SeriesAnalysis.daysOfYear.squareRoot()
        }
    }

    /// The significant digits that changes are ranked by: those that binary64 or an answer never tells apart.
    private static let rankedDigits = 20
}
