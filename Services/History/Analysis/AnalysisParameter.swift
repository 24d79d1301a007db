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
    ///
    /// - Throws: as `HistoryParameter.window`.
    static func window(_ request: EdgeRequest) throws -> SeriesQuestion.Window {
        try HistoryParameter.window(of: request, period, usual: usualPeriod)
    }
}
