import SharedDomain
import Synchronization

/// The entries that wait for the next commit, and the requests that wait for their outcomes.
final class SelectionQueue: Sendable {
    typealias Waiter = CheckedContinuation<SelectionOutcome, any Error>

    /// An entry and the number under which its request waits.
    struct Item: Sendable {
        let number: Int
        let entry: SelectionEntry
    }

    private struct State {
        var items: [Item] = []
        var waiters: [Int: Waiter] = [:]
        var lastNumber = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let limit: Int

    /// A queue that holds at most `limit` entries.
    init(limit: Int) {
        self.limit = limit
    }

    /// How many entries wait.
    var count: Int { state.withLock { $0.items.count } }

    /// A number for an entry that is about to come.
    func takeNumber() -> Int {
        state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
    }

    /// Takes the entry and its waiter in; or resumes the waiter at once with the reason why not, and returns false.
    func add(_ item: Item, _ waiter: Waiter) -> Bool {
        let refusal: ServiceError? = state.withLock { state in
            if state.isClosed { return .stopping }
            if state.items.count >= limit { return .tooManySelections }
            state.items.append(item)
            state.waiters[item.number] = waiter
            return nil
        }
        guard let refusal else { return true }
        waiter.resume(throwing: refusal)
        return false
    }

    /// Up to `limit` entries, the oldest first; empty when none waits.
    func take(atMost limit: Int) -> [Item] {
        state.withLock { state in
            let taken = Array(state.items.prefix(limit))
            state.items.removeFirst(taken.count)
            return taken
        }
    }

    /// Tells the request that waits under this number how it ended; one that was given up hears nothing.
    func settle(_ number: Int, _ result: Result<SelectionOutcome, any Error>) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: number) }
        waiter?.resume(with: result)
    }

    /// Takes nothing in from now on.
    func close() {
        state.withLock { $0.isClosed = true }
    }
}

extension ServiceError {
    fileprivate static let tooManySelections = ServiceError(
        .databaseUnavailable, "More selections are waiting to be stored than can be; try again shortly.")
    static let stopping = ServiceError(
        .databaseUnavailable, "The service is stopping and stores no more selections; try again shortly.")
}
