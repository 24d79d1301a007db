import Synchronization

/// When each state came to each client, by the number of the state: 0 is the snapshot.
final class Receipts: Sendable {
    /// A stream ended, or was none.
    struct Lost: Error, CustomStringConvertible {
        let description: String
    }

    private struct State {
        var times: [[ContinuousClock.Instant]]
        var waiting: (state: Int, continuation: CheckedContinuation<Void, any Error>)?
        var lost: Lost?
        var isOver = false
    }

    private let clients: Int
    private let state: Mutex<State>

    /// - Parameter states: how many states there will be, the snapshot included.
    init(clients: Int, states: Int) {
        self.clients = clients
        state = Mutex(State(times: Array(repeating: [], count: states)))
    }

    /// Notes that a state has come to one client.
    func note(_ number: Int, at time: ContinuousClock.Instant) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard state.times.indices.contains(number) else { return nil }
            state.times[number].append(time)
            guard state.waiting?.state == number, state.times[number].count == clients else { return nil }
            defer { state.waiting = nil }
            return state.waiting?.continuation
        }
        continuation?.resume()
    }

    /// Notes that a client has lost its stream.
    func lose(_ reason: String) {
        let continuation = state.withLock { state -> CheckedContinuation<Void, any Error>? in
            guard !state.isOver else { return nil }
            state.lost = Lost(description: reason)
            defer { state.waiting = nil }
            return state.waiting?.continuation
        }
        continuation?.resume(throwing: Lost(description: reason))
    }

    /// Says that clients end from now on because they were told to.
    func finish() {
        state.withLock { $0.isOver = true }
    }

    /// When a state came to each client, in order, once it has come to all. Throws `Lost`.
    func all(of number: Int) async throws -> [ContinuousClock.Instant] {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            let outcome = state.withLock { state -> Result<Void, any Error>? in
                if let lost = state.lost { return .failure(lost) }
                if state.times[number].count == clients { return .success(()) }
                state.waiting = (number, continuation)
                return nil
            }
            if let outcome { continuation.resume(with: outcome) }
        }
        return state.withLock { $0.times[number] }
    }
}
