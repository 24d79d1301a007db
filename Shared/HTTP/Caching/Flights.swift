import Synchronization

/// Lets one request work out an answer while others that want the same wait for it.
final class Flights: Sendable {
    /// What a request that wants an answer has to do.
    enum Role: Sendable {
        /// It works the answer out, and calls `land` in the end, whatever comes of it.
        case leader
        /// Somebody else did: the answer may be found by now. If it is not, it works it out for itself.
        case follower
    }

    private typealias Waiter = CheckedContinuation<Void, any Error>

    private struct State {
        var waiting: [String: [Int: Waiter]] = [:]
        var nextWaiter = 0
    }

    private let state = Mutex(State())

    /// Leads, or waits until the leader has landed. Throws `CancellationError` when the request is cancelled meanwhile.
    func board(_ key: String) async throws -> Role {
        let seat = state.withLock { state -> Int? in
            guard state.waiting[key] != nil else {
                state.waiting[key] = [:]
                return nil
            }
            state.nextWaiter += 1
            return state.nextWaiter
        }
        guard let seat else { return .leader }
        try await wait(key, seat)
        return .follower
    }

    /// Ends the leader's flight, and the waiting of those who follow.
    func land(_ key: String) {
        let waiters = state.withLock { $0.waiting.removeValue(forKey: key) ?? [:] }
        for waiter in waiters.values { waiter.resume() }
    }

    /// How many wait for the leader of a flight.
    func followerCount(_ key: String) -> Int {
        state.withLock { $0.waiting[key]?.count ?? 0 }
    }

    private func wait(_ key: String, _ seat: Int) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (waiter: Waiter) in
                let outcome = state.withLock { state -> Result<Void, any Error>? in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    // The leader may have landed since the seat was taken.
                    guard state.waiting[key] != nil else { return .success(()) }
                    state.waiting[key]?[seat] = waiter
                    return nil
                }
                if let outcome { waiter.resume(with: outcome) }
            }
        } onCancel: {
            let waiter = state.withLock { $0.waiting[key]?.removeValue(forKey: seat) }
            waiter?.resume(throwing: CancellationError())
        }
    }
}
