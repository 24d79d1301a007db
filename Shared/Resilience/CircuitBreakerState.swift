/// What a circuit breaker does with calls.
package enum CircuitBreakerState: Sendable, Hashable {
    /// They go through; so many failed in a row.
    case closed(failures: Int)
    /// They are refused for so long.
    case open(for: Duration)
    /// The next one is a probe, or one is under way.
    case halfOpen

    /// The words for all states.
    package static let names = ["closed", "open", "half_open"]

    /// The word for it in a status report: `closed`, `open` or `half_open`.
    package var name: String {
        switch self {
        case .closed: "closed"
        case .open: "open"
        case .halfOpen: "half_open"
        }
    }
}
