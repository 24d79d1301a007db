/// A call that a circuit breaker refused without trying.
package struct CircuitOpen: Error, Sendable, Hashable, CustomStringConvertible {
    /// When a call may go through again; nil while a probe is under way.
    package let retryAfter: Duration?

    /// A refusal for so long.
    package init(retryAfter: Duration?) {
        self.retryAfter = retryAfter
    }

    /// A sentence for a log.
    package var description: String {
        retryAfter.map { "the circuit breaker is open for another \($0)" } ?? "the circuit breaker waits for a probe"
    }
}
