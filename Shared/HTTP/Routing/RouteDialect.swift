/// How a route speaks to its clients where nothing went well, and how strictly it listens.
package enum RouteDialect: Sendable {
    /// Errors come in the envelope. A query parameter that is not declared, or is sent twice, is refused by name.
    case own
    /// As clients of another API expect it: an error is `{"message":"…"}`, whatever is not found is `not found`. Query
    /// parameters that are not declared are left aside, and of one that is sent twice the last counts.
    case plain
}
