import GRPCCore
import SharedTelemetry
import Synchronization

/// One call from its beginning to its end, which is noted once. A call that nobody waits for any more, and so never
/// comes to its end, counts as cancelled.
final class RPCCall: Sendable {
    /// Nil for a call that belongs to no trace.
    let span: Span?
    private let start = ContinuousClock.now
    private let hasEnded = Atomic<Bool>(false)
    private let isFailure: @Sendable (Status.Code) -> Bool
    private let note: @Sendable (Status.Code, Duration) -> Void

    /// - Parameter isFailure: which statuses make the span a failed one.
    init(
        span: Span?, isFailure: @escaping @Sendable (Status.Code) -> Bool,
        note: @escaping @Sendable (Status.Code, Duration) -> Void
    ) {
        self.span = span
        self.isFailure = isFailure
        self.note = note
    }

    deinit { end(.cancelled) }

    /// How long it has taken.
    var elapsed: Duration { ContinuousClock.now - start }

    /// Notes its end; only the first counts.
    func end(_ code: Status.Code) {
        guard hasEnded.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged else { return }
        note(code, elapsed)
        guard let span else { return }
        span.set("rpc.grpc.status_code", .int(code.rawValue))
        span.end(isFailure(code) ? .error(GRPCStatusName.of(code)) : .unset)
    }
}
