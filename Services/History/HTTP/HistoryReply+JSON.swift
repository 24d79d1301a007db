import SharedDomain
import SharedHTTP

/// The `data` of the answer.
extension HistoryReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", answer.question.base)
            data.member("target", answer.question.target)
            data.member("period", answer.question.window.text)
            data.member("interval", HistoryRoute.Interval.daily.rawValue)
            data.member("as_of", answer.asOf)
            data.member("data_points", points.count)
            data.array("results") { results in
                for point in points { results.element(point) }
            }
            data.object("statistics", writeStatistics)
        }
    }

    private func writeStatistics(_ object: inout JSONObjectWriter) {
        object.member("average", average)
        object.member("min", statistics.placeOfMinimum.map { points[$0].rate })
        object.member("max", statistics.placeOfMaximum.map { points[$0].rate })
        object.member("volatility", statistics.volatility)
        object.member("trend", statistics.trend.direction.rawValue)
        object.member("trend_slope_percent_per_day", statistics.trend.slopePercentPerDay)
        object.member("correlation", statistics.correlation)
        object.member("data_points", points.count)
    }
}

extension HistoryReply.Point: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { point in
            point.member("date", day)
            point.member("rate", rate)
            point.member("change", change)
            point.member("change_percent", changePercent)
            point.member("volume", HistoryReply.observationsPerPoint)
        }
    }
}

extension SeriesQuestion.Window {
    /// The period, or the days as `from..to`, an end that was left open being empty.
    var text: String {
        switch self {
        case .period(let period): period.rawValue
        case .days(let from, let to): "\(from.map(\.description) ?? "")..\(to.map(\.description) ?? "")"
        }
    }
}
