import SharedDomain
import SharedHTTP

extension SeriesInterval: JSONRepresentable {}

/// The `data` of the answer.
extension HistoryReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", answer.question.base)
            data.member("target", answer.question.target)
            data.member("period", answer.question.window.text)
            data.member("interval", interval)
            data.member("as_of", answer.asOf)
            if let hourlyFrom = frame.hourlyFrom { data.member("hourly_from", hourlyFrom) }
            data.member("data_points", points.count)
            data.array("results") { results in
                for point in points { results.element(point) }
            }
            data.object("statistics", writeStatistics)
            data.member("breaks", frame.breaks)
            data.member("next_cursor", nextCursor)
            data.member("source", answer.source)
        }
    }

    private func writeStatistics(_ object: inout JSONObjectWriter) {
        object.member("average", average)
        object.member("min", minimum)
        object.member("max", maximum)
        object.member("volatility", statistics.volatility)
        object.member("trend", statistics.trend.direction.rawValue)
        object.member("trend_slope_percent_per_day", statistics.trend.slopePercentPerDay)
        object.member("correlation", statistics.correlation)
        object.member("data_points", answer.series.count)
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
