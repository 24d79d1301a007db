/// What a window of a series amounts to. Only the points of the window count, not the one before it.
struct SeriesStatistics: Sendable {
    /// The mean of the rates; nil of no points.
    let average: Double?
    /// Where in the series the lowest rate is, the first of several.
    let placeOfMinimum: Int?
    /// Where in the series the highest rate is, the first of several.
    let placeOfMaximum: Int?
    /// The sample standard deviation of the changes from point to point, in percent, none of them across a gap; nil of
    /// fewer than two changes.
    let volatility: Double?
    /// Of the rates since the last gap.
    let trend: Trend
    /// Pearson's correlation of the target's changes from point to point with those of the US dollar in the same base,
    /// over the days that have both. Nil where it says nothing: the target or the base is the dollar, the source does
    /// not quote the dollar, there are fewer than three changes, or one of the two did not move.
    let correlation: Double?

    /// - Parameter dollar: the US dollar in the same base over the same window; nil where there is nothing to compare.
    init(of series: CrossSeries, dollar: CrossSeries?) {
        average = Sample.mean(series.rates)
        placeOfMinimum = series.rates.indices.min { series.rates[$0] < series.rates[$1] }
        placeOfMaximum = series.rates.indices.max { series.rates[$0] < series.rates[$1] }
        volatility = Sample.deviation(series.returns).map { $0 * 100 }
        let lastRun = series.unbrokenRuns.last ?? 0..<0
        trend = Trend(days: Array(series.days[lastRun]), rates: Array(series.rates[lastRun]))
        correlation = dollar.flatMap(series.correlation)
    }
}
