import SharedDomain
import SharedHTTP

/// The parameters that the routes of history share.
enum HistoryParameter {
    static let target = Parameter(required: "target", .currency, summary: "The currency that is priced.")
    /// The same as a part of the path.
    static let code = Parameter(required: "code", in: .path, .currency, summary: "The currency that is priced.")
    /// The base where a request names none.
    static let usualBase = CurrencyCode.krw
    static let base = Parameter(
        "base", .currency, default: usualBase, summary: "The money that the rates are given in.")
    static let period = Parameter(
        optional: "period", .period,
        summary: "The days up to the newest one held, which the answer names; required unless 'from' is given.")
    static let from = Parameter(optional: "from", .dayToTheLast, summary: "The first day, instead of a period.")
    static let to = Parameter(
        optional: "to", .dayToTheLast, summary: "The last day, with 'from'; otherwise the newest one held.")
    static let asOf = Parameter(
        optional: "as_of", .instantToTheLast,
        summary: "A moment of the past: the answer is what was known then, later corrections left out.")
}
