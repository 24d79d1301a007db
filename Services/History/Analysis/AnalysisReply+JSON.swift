import SharedDomain
import SharedHTTP

/// The `data` of the answer.
extension AnalysisReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        let answer = analysis.answer
        writer.object { data in
            data.member("currency_pair", "\(answer.question.target)/\(answer.question.base)")
            data.member("period", answer.question.window.text)
            data.member("analysis_date", answer.asOf)
            data.member("source", answer.source)
            data.member("data_points", answer.series.count)
            data.member("current_rate", currentRate)
            data.member("observed_on", observedOn)
            data.object("statistics", writeStatistics)
            data.object("technical_indicators", writeIndicators)
            data.array("monthly_breakdown") { list in
                for month in months { list.element(month) }
            }
            data.member("breaks", answer.breaks)
        }
    }

    private func writeStatistics(_ object: inout JSONObjectWriter) {
        object.member("period_average", money(analysis.statistics.average))
        object.member("period_min", minimum)
        object.member("period_max", maximum)
        object.member("total_change", totalChange)
        object.member("total_change_percent", totalChangePercent)
        object.member("volatility", analysis.statistics.volatility)
        object.member("volatility_index", analysis.volatilityIndex)
        object.member("trend_direction", analysis.statistics.trend.direction.rawValue)
        object.member("trend_slope_percent_per_day", analysis.statistics.trend.slopePercentPerDay)
        object.member("support_level", money(analysis.support))
        object.member("resistance_level", money(analysis.resistance))
        object.member("percentile", analysis.percentile)
    }

    private func writeIndicators(_ object: inout JSONObjectWriter) {
        let indicators = analysis.indicators
        object.member("sma_20", money(indicators.shortAverage))
        object.member("sma_50", money(indicators.longAverage))
        object.member("ema_12", money(indicators.fastAverage))
        object.member("ema_26", money(indicators.slowAverage))
        object.member("macd", money(indicators.convergence))
        object.member("macd_signal", money(indicators.convergenceSignal))
        object.member("macd_histogram", money(indicators.convergenceHistogram))
        object.member("rsi", indicators.relativeStrength)
        object.member("bollinger_upper", money(indicators.bollinger?.upper))
        object.member("bollinger_middle", money(indicators.bollinger?.middle))
        object.member("bollinger_lower", money(indicators.bollinger?.lower))
        object.member("warm_up_observations", analysis.warmUpCount)
    }
}

extension AnalysisReply.Month: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { object in
            object.member("month", month)
            object.member("average", average)
            object.member("min", minimum)
            object.member("max", maximum)
            object.member("change_percent", changePercent)
            object.member("volatility", volatility)
        }
    }
}
