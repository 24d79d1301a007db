import SharedDomain
import SharedHTTP

/// Everything that `GET /api/v1/history` is asked.
struct HistoryQuery: Sendable {
    static let target = Parameter(
        required: "target", .currencyOrAll,
        summary: "The currency that is priced; all of them only as csv or ndjson.")
    static let interval = Parameter(
        "interval", .choice(SeriesInterval.self), default: .daily,
        summary: "What a point stands for: hours of UTC, days, weeks from Monday, or months.")
    static let fill = Parameter(
        "fill", .choice(SeriesFill.self), default: .none,
        summary: "What stands for the days without an observation, of a daily series: nothing, the last rate, or the "
            + "straight line between its neighbours. Weekly, monthly and hourly points are not filled: 400.")
    static let limit = Parameter(
        optional: "limit", .integer(1...10_000), summary: "The most points of an answer in JSON; otherwise all.")
    static let cursor = Parameter(
        optional: "cursor", .token(1...100), summary: "Where to go on: the `next_cursor` of the page before.")
    static let format = Parameter(
        "format", .choice(HistoryFormat.self), default: .json,
        summary: "One JSON document, or a line for each point: CSV or JSON lines, streamed.")

    let target: SeriesTarget
    let base: CurrencyCode
    let window: SeriesQuestion.Window
    let interval: SeriesInterval
    let fill: SeriesFill
    let format: HistoryFormat
    let limit: Int?
    let asOf: Instant?
    let digits: Int
    let numbers: NumberStyle

    /// The question about one of the currencies.
    ///
    /// - Throws: `INVALID_PARAMETER` for a currency in itself, and for days that end before they begin.
    func question(about target: CurrencyCode) throws(ServiceError) -> SeriesQuestion {
        try SeriesQuestion(target: target, base: base, window: window, names: .query)
    }
}

extension HistoryQuery {
    /// Reads what a request asks.
    ///
    /// - Throws: `INVALID_PARAMETER` for parameters that do not go together, `MISSING_PARAMETER` without a window,
    ///   `INVALID_DATE` for days to come.
    init(_ request: EdgeRequest) throws {
        self.init(
            target: try request[Self.target], base: try request[HistoryParameter.base],
            window: try HistoryParameter.window(of: request, HistoryParameter.period, usual: nil),
            interval: try request[Self.interval], fill: try request[Self.fill], format: try request[Self.format],
            limit: try request[Self.limit], asOf: try request[HistoryParameter.asOf],
            digits: try request[CommonParameter.precision], numbers: try request[CommonParameter.numbers])
        try checkTogether(cursor: request[Self.cursor])
    }

    private func checkTogether(cursor: String?) throws(ServiceError) {
        if fill != .none, interval != .daily {
            throw ServiceError(
                .invalidParameter,
                "Parameter 'fill' is '\(fill.rawValue)' with 'interval' '\(interval.rawValue)': only days are filled.",
                details: [
                    "parameter": "fill", "provided": fill.rawValue,
                    "expected": "'none', or 'interval' \(SeriesInterval.daily.rawValue)",
                ])
        }
        if target == .all, format == .json {
            throw .invalidParameter(
                "target", provided: SeriesTarget.allText, expected: "one currency, or 'format' csv or ndjson")
        }
        guard format != .json else { return }
        for (name, sent) in [("limit", limit?.description), ("cursor", cursor)] {
            guard let sent else { continue }
            throw ServiceError(
                .invalidParameter,
                "Parameter '\(name)' goes with 'format' json only: \(format.rawValue) is streamed whole.",
                details: [
                    "parameter": name, "provided": ServiceError.quoted(sent),
                    "expected": "'format' \(HistoryFormat.json.rawValue)",
                ])
        }
    }
}
