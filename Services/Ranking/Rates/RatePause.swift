/// Whether the source of rates is asked. It is a circuit breaker that opens at the first failure, for a short while.
///
/// The raw values are the words for the states of every breaker.
enum RatePause: String, CaseIterable, Sendable {
    /// It answers.
    case none = "closed"
    /// It failed and is left alone.
    case pausing = "open"
    /// The next request shows whether it has recovered.
    case probing = "half_open"
}
