import Synchronization

/// Tells whoever waits which port was bound, or why none was.
final class PortAnnouncement: Sendable {
    private typealias Waiter = CheckedContinuation<Int, any Error>

    private struct State {
        var outcome: Result<Int, any Error>?
        var waiters: [Int: Waiter] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// Announces the outcome. Only the first one counts.
    func announce(_ outcome: Result<Int, any Error>) {
        let waiters = state.withLock { state in
            guard state.outcome == nil else { return [Waiter]() }
            state.outcome = outcome
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume(with: outcome) }
    }

    /// The port, as soon as it is known. Throws what prevented listening, or `CancellationError`.
    func port() async throws -> Int {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                let outcome = state.withLock { state -> Result<Int, any Error>? in
                    if let outcome = state.outcome { return outcome }
                    if Task.isCancelled { return .failure(CancellationError()) }
                    state.waiters[id] = waiter
                    return nil
                }
                if let outcome { waiter.resume(with: outcome) }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiters.removeValue(forKey: id) }
            waiter?.resume(throwing: CancellationError())
        }
    }
}
