import SharedDomain

/// An analysis in the figures that are shown. Rates that were observed, and changes between two of them, are exact and
/// rounded here, once; what is computed of several is binary64, and where it is money rounded to the same digits.
struct AnalysisReply: Sendable {
    /// A month of the window.
    struct Month: Sendable {
        let month: String
        let average: ExactDecimal?
        let minimum: ExactDecimal
        let maximum: ExactDecimal
        let changePercent: ExactDecimal
        let volatility: Double?
    }

    let analysis: SeriesAnalysis
    /// The significant digits of money.
    let digits: Int
    let currentRate: ExactDecimal?
    /// The day of the current rate.
    let observedOn: Day?
    let minimum: ExactDecimal?
    let maximum: ExactDecimal?
    let totalChange: ExactDecimal?
    let totalChangePercent: ExactDecimal?
    let months: [Month]

    /// - Parameter digits: significant digits of everything in base money.
    /// - Throws: `INVALID_PARAMETER` for a rate that cannot be written with so many digits.
    init(_ analysis: SeriesAnalysis, significantDigits digits: Int) throws(ServiceError) {
        let series = analysis.answer.series
        self.analysis = analysis
        self.digits = digits
        observedOn = series.days.last.map(Day.init(number:))
        currentRate = try series.crosses.last?.rate(significantDigits: digits)
        minimum = try Self.rate(at: analysis.statistics.placeOfMinimum, of: series, digits)
        maximum = try Self.rate(at: analysis.statistics.placeOfMaximum, of: series, digits)
        let change = analysis.answer.change
        totalChange = try change?.amount(significantDigits: digits)
        totalChangePercent = try change?.percent(significantDigits: digits)
        var months: [Month] = []
        for month in analysis.months { months.append(try Month(month, significantDigits: digits)) }
        self.months = months
    }

    /// A computed sum of money at the digits asked for.
    func money(_ value: Double?) -> ExactDecimal? {
        value.flatMap { ExactDecimal($0, significantDigits: digits) }
    }

    private static func rate(
        at place: Int?, of series: CrossSeries, _ digits: Int
    ) throws(ServiceError) -> ExactDecimal? {
        guard let place else { return nil }
        return try series.crosses[place].rate(significantDigits: digits)
    }
}

extension AnalysisReply.Month {
    fileprivate init(_ month: MonthStatistics, significantDigits digits: Int) throws(ServiceError) {
        self.month = month.month
        average = ExactDecimal(month.average, significantDigits: digits)
        minimum = try month.lowest.rate(significantDigits: digits)
        maximum = try month.highest.rate(significantDigits: digits)
        changePercent = try month.last.changePercent(since: month.reference, significantDigits: digits)
        volatility = month.volatility
    }
}
