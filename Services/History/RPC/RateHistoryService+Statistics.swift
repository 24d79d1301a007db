package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    /// The statistics of a period and the indicators at its end. Without an observation in the period, only what is
    /// known all the same: the source and its newest day.
    ///
    /// - Throws: `ServiceError`, by the same rules as over HTTP.
    package func statistics(
        request: HistoryV1StatisticsRequest, context: ServerContext
    ) async throws -> HistoryV1StatisticsReply {
        let question = try SeriesQuestion(request)
        let book = try book(asOf: request.hasAsOf ? request.asOf : nil)
        return try HistoryV1StatisticsReply(SeriesAnalysis(of: reader.warmed(question, in: book)))
    }
}

extension SeriesQuestion {
    fileprivate init(_ request: HistoryV1StatisticsRequest) throws(ServiceError) {
        try self.init(
            target: .known(request.target, parameter: "target"), base: .known(request.base, parameter: "base"),
            window: .period(.known(request.period, parameter: "period")))
    }
}

extension HistoryV1StatisticsReply {
    fileprivate init(_ analysis: SeriesAnalysis) throws(ServiceError) {
        self.init()
        source = analysis.answer.source.description
        newestDay = analysis.answer.asOf.number
        points = UInt32(clamping: analysis.answer.series.count)
        try setObserved(analysis.answer)
        set(analysis.statistics, of: analysis.answer.series)
        if let value = analysis.volatilityIndex { volatilityIndex = value }
        if let value = analysis.percentile { percentile = value }
        if let value = analysis.indicators.relativeStrength { rsi = value }
        if let value = analysis.indicators.shortAverage { sma20 = value }
        if let value = analysis.indicators.longAverage { sma50 = value }
    }

    private mutating func setObserved(_ answer: SeriesAnswer) throws(ServiceError) {
        let series = answer.series
        guard let first = series.rates.first, let last = series.rates.last, let current = series.crosses.last else {
            return
        }
        currentRate = CommonV1Decimal(
            try current.rate(significantDigits: RateHistoryService.significantDigits))
        if answer.change != nil { totalChangePercent = (last - first) / first * 100 }
    }

    private mutating func set(_ statistics: SeriesStatistics, of series: CrossSeries) {
        if let value = statistics.average { average = value }
        if let place = statistics.placeOfMinimum { minimum = series.rates[place] }
        if let place = statistics.placeOfMaximum { maximum = series.rates[place] }
        if let value = statistics.volatility { volatility = value }
        if let value = statistics.trend.slopePercentPerDay { trendPercentPerDay = value }
    }
}
