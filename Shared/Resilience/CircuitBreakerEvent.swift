/// What a circuit breaker did, for whoever counts or logs it.
package enum CircuitBreakerEvent: String, Sendable, Hashable, CaseIterable {
    /// It stopped letting calls through, for the first time or after a probe that failed.
    case opened
    /// It let a probe through.
    case probed
    /// A probe succeeded: calls go through again.
    case closed
    /// It refused a call.
    case refused
}
