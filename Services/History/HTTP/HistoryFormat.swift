/// In which form a series is given.
enum HistoryFormat: String, CaseIterable, Sendable {
    case json
    /// A line for each point (RFC 4180).
    case csv
    /// A JSON object on a line for each point.
    case ndjson
}
