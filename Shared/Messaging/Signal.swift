import Synchronization

/// Tells any number of waiting tasks that something has changed. It carries no value and keeps no backlog: whoever is
/// told looks for itself, and being told twice is the same as once.
package final class Signal: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Wakes every listener.
    package func raise() {
        state.withLock { state in
            for listener in state.listeners.values { listener.yield() }
        }
    }

    /// A stream that yields once for all the changes since it was last read. It ends only with its reader.
    package func changes() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in _ = state.listeners.removeValue(forKey: id) }
        }
        return stream
    }
}
