import SharedDomain
import SharedHTTP

/// The parameters that both charts have in common.
enum ChartParameter {
    /// What is drawn of a pair when nobody says more.
    static let defaultPeriod = Period.threeMonths

    static let period = Parameter(
        optional: "period", .period,
        summary:
            "The days up to the newest one held, which the answer names; \(defaultPeriod.rawValue) unless 'from' is "
            + "given.")

    /// What says which series is asked for.
    static let series: [any DeclaredParameter] = [
        HistoryParameter.code, period, HistoryParameter.from, HistoryParameter.to, HistoryParameter.base,
        HistoryParameter.asOf,
    ]

    /// The series that is asked for.
    ///
    /// - Throws: `INVALID_PARAMETER` for a period beside days, days that end before they begin, and a currency in itself;
    ///   `MISSING_PARAMETER` for a last day without a first; `INVALID_DATE` for days to come.
    static func question(_ request: EdgeRequest) throws -> SeriesQuestion {
        try SeriesQuestion(
            target: request[HistoryParameter.code], base: request[HistoryParameter.base],
            window: HistoryParameter.window(of: request, period, usual: defaultPeriod), names: .path)
    }
}
