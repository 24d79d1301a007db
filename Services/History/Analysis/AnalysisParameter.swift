import SharedDomain
import SharedHTTP

/// The parameters of answers about a window as a whole.
enum AnalysisParameter {
    /// The period where a request names none.
    static let usualPeriod = Period.sixMonths

    static let period = Parameter(
        optional: "period", .period,
        summary: "The days up to the newest one held, which the answer names; "
            + "\(usualPeriod.rawValue) where neither it nor 'from' is given.")

    /// The window of a request, in every way that it can be named.
    /// - Throws: `INVALID_PARAMETER` for a period beside days; `MISSING_PARAMETER` for an end without a beginning.
    static func window(_ request: EdgeRequest) throws -> SeriesQuestion.Window {
        let (period, from, to) = try (
            request[Self.period], request[HistoryParameter.from], request[HistoryParameter.to]
        )
        let isUsual = period == nil && from == nil && to == nil
        return try HistoryParameter.window(period: isUsual ? usualPeriod : period, from: from, to: to)
    }
}
