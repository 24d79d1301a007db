import Synchronization

/// Some state behind a lock, and tasks that wait until it is as they want it: what the gate, the clock moved by hand
/// and the scriptable upstream are made of.
final class Watched<State: Sendable>: Sendable {
    private typealias Continuation = CheckedContinuation<Void, any Error>

    private struct Content {
        var state: State
        var waiting: [Int: (condition: @Sendable (State) -> Bool, continuation: Continuation)] = [:]
        /// Tasks that were cancelled after they took a number and before they came to wait.
        var cancelledEarly: Set<Int> = []
        var lastNumber = 0

        mutating func takeNumber() -> Int {
            lastNumber += 1
            return lastNumber
        }

        mutating func takeSatisfied() -> [Continuation] {
            let satisfied = waiting.filter { $0.value.condition(state) }.sorted { $0.key < $1.key }
            for (number, _) in satisfied { waiting[number] = nil }
            return satisfied.map(\.value.continuation)
        }
    }

    private let content: Mutex<Content>

    init(_ state: State) {
        content = Mutex(Content(state: state))
    }

    /// The state now.
    var value: State { content.withLock { $0.state } }

    /// How many tasks wait.
    var waitingCount: Int { content.withLock { $0.waiting.count } }

    /// Changes the state and lets those go on who waited for it, the first come first. They wait no more when this
    /// returns.
    @discardableResult
    func change<Result: Sendable>(_ body: @Sendable (inout State) -> Result) -> Result {
        let (result, satisfied) = content.withLock { content in
            let result = body(&content.state)
            return (result, content.takeSatisfied())
        }
        for continuation in satisfied { continuation.resume() }
        return result
    }

    /// Waits until the state satisfies `condition`: not at all when it does already.
    ///
    /// - Throws: `CancellationError`.
    func wait(until condition: @escaping @Sendable (State) -> Bool) async throws {
        let number = content.withLock { $0.takeNumber() }
        // The cancellation handler has run or will not run any more once the wait is over.
        defer { content.withLock { _ = $0.cancelledEarly.remove(number) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enter(number, condition, continuation)
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func enter(
        _ number: Int, _ condition: @escaping @Sendable (State) -> Bool, _ continuation: Continuation
    ) {
        let outcome: Result<Void, any Error>? = content.withLock { content in
            if content.cancelledEarly.contains(number) { return .failure(CancellationError()) }
            if condition(content.state) { return .success(()) }
            content.waiting[number] = (condition, continuation)
            return nil
        }
        if let outcome { continuation.resume(with: outcome) }
    }

    private func cancel(_ number: Int) {
        let continuation = content.withLock { content in
            guard let waiter = content.waiting.removeValue(forKey: number) else {
                content.cancelledEarly.insert(number)
                return nil as Continuation?
            }
            return waiter.continuation
        }
        continuation?.resume(throwing: CancellationError())
    }
}
