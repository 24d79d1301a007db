import SharedDomain
import SharedHTTP

/// The `data` of the answer.
extension ForecastReply: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { data in
            data.member("base", answer.question.base)
            data.member("target", answer.question.target)
            data.member("source", answer.source)
            data.member("as_of", answer.asOf)
            data.member("last_rate", lastRate)
            data.member("days", points.count)
            data.object("method") { method in
                method.member("name", Self.method)
                method.member("description", ForecastText.method)
            }
            data.array("forecast") { forecast in
                for point in points { forecast.element(point) }
            }
            data.object("backtest", writeBacktest)
        }
    }

    private func writeBacktest(_ object: inout JSONObjectWriter) {
        let forecast = answer.forecast
        object.member("from", answer.origins.lowerBound)
        object.member("to", answer.origins.upperBound)
        object.member("origins", forecast.origins.count)
        object.member("origin_spacing", WalkForward.spacing)
        object.write(forecast.trial)
        object.member("coverage_origins", forecast.origins.count - WalkForward.firstChecked)
        object.member("beats_no_change", forecast.trial.beatsNoChange)
        object.member("verdict", ForecastText.verdict(forecast.trial, origins: forecast.origins.count))
        object.array("by_days_ahead") { rows in
            for (place, trial) in forecast.trials.enumerated() {
                rows.element(Row(steps: place + 1, trial: trial))
            }
        }
    }

    /// The method's name.
    private static let method = "theta"

    /// What the forecasts so many days ahead were worth.
    private struct Row: JSONRepresentable {
        let steps: Int
        let trial: ForecastTrial

        func write(into writer: inout JSONWriter) {
            writer.object { row in
                row.member("days_ahead", steps)
                row.write(trial)
            }
        }
    }
}

extension ForecastReply.Point: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { point in
            point.member("date", day)
            point.member("days_ahead", steps)
            point.member("rate", rate)
            point.member("low_80", eighty.low)
            point.member("high_80", eighty.high)
            point.member("low_95", ninetyFive.low)
            point.member("high_95", ninetyFive.high)
        }
    }
}

extension JSONObjectWriter {
    /// The members that are told of one number of days ahead and of all together.
    fileprivate mutating func write(_ trial: ForecastTrial) {
        member("mean_absolute_error_percent", (trial.error * 100).atSixDecimals)
        member("no_change_mean_absolute_error_percent", (trial.errorOfNoChange * 100).atSixDecimals)
        member("error_ratio", trial.ratio?.atSixDecimals)
        member("coverage_80", trial.coverage.part(within: .eighty)?.atSixDecimals)
        member("coverage_95", trial.coverage.part(within: .ninetyFive)?.atSixDecimals)
    }
}

extension Double {
    /// More than that is no measurement.
    fileprivate var atSixDecimals: Double { (self * 1e6).rounded() / 1e6 }
}
