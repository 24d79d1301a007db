/// What a window of a series amounts to, and the indicators at its end.
struct SeriesAnalysis: Sendable {
    /// The trading days that a year is taken to have.
    static let daysOfYear = 252.0
    /// How many of the last rates support and resistance are of.
    static let supportCount = 30

    let answer: SeriesAnswer
    let statistics: SeriesStatistics
    /// The sample standard deviation of the returns × √252 × 100: a year's, in percent; nil of fewer than two returns.
    let volatilityIndex: Double?
    /// The 25th percentile of the last rates up to the end of the window, none from before a gap; nil of no points.
    let support: Double?
    /// The 75th percentile of the same.
    let resistance: Double?
    /// Where the last rate stands among those of the window, 0 to 100; nil of no points.
    let percentile: Double?
    /// Of all the rates since the last gap, those before the window included.
    let indicators: TechnicalIndicators
    /// How many of those were before the window.
    let warmUpCount: Int
    let months: [MonthStatistics]

    init(of warmed: WarmedSeries) {
        answer = warmed.answer
        let series = warmed.answer.series
        statistics = SeriesStatistics(of: series, dollar: nil)
        volatilityIndex = Sample.deviation(series.returns).map { $0 * Self.daysOfYear.squareRoot() * 100 }
        percentile = series.rates.last.flatMap { Sample.percentile(of: $0, among: series.rates) }
        months = MonthStatistics.months(of: series)

        // Without a point in the window, what precedes says nothing about it.
        let run = series.count == 0 ? nil : warmed.all.unbrokenRuns.last
        let rates = run.map { Array(warmed.all.rates[$0]) } ?? []
        let last = Array(rates.suffix(Self.supportCount))
        support = Sample.quantile(last, 0.25)
        resistance = Sample.quantile(last, 0.75)
        indicators = TechnicalIndicators(of: rates)
        warmUpCount = run.map { max(0, warmed.first - $0.lowerBound) } ?? 0
    }
}
