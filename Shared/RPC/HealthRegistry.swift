import Synchronization

/// What the health service answers: whether each part of the process serves.
package final class HealthRegistry: Sendable {
    package enum Status: Sendable, Hashable {
        case serving
        case notServing
    }

    /// The name that stands for the process as a whole.
    package static let wholeServer = ""
    /// Watchers at once; one more is refused.
    static let maximumWatchers = 256

    private struct State {
        var statuses: [String: Status] = [HealthRegistry.wholeServer: .notServing]
        var watchers: [Int: Watcher] = [:]
        var nextWatcher = 0
    }

    private struct Watcher {
        let part: String
        let continuation: AsyncStream<Status?>.Continuation
    }

    private let state = Mutex(State())

    /// A registry in which nothing serves yet.
    package init() {}

    /// Says that `part` (the whole server by default) serves or does not, and tells its watchers.
    package func set(_ status: Status, for part: String = wholeServer) {
        state.withLock { state in
            guard state.statuses.updateValue(status, forKey: part) != status else { return }
            for watcher in state.watchers.values where watcher.part == part { watcher.continuation.yield(status) }
        }
    }

    /// Whether `part` serves; nil when there is no such part.
    package func status(of part: String) -> Status? {
        state.withLock { $0.statuses[part] }
    }

    /// The status of `part` now and after each change (nil: no such part), only the newest kept for a slow reader.
    /// Nil when there are too many watchers already.
    func watch(_ part: String) -> AsyncStream<Status?>? {
        let (stream, continuation) = AsyncStream.makeStream(of: Status?.self, bufferingPolicy: .bufferingNewest(1))
        let id: Int? = state.withLock { state in
            guard state.watchers.count < Self.maximumWatchers else { return nil }
            state.nextWatcher += 1
            state.watchers[state.nextWatcher] = Watcher(part: part, continuation: continuation)
            continuation.yield(state.statuses[part])
            return state.nextWatcher
        }
        guard let id else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { state in _ = state.watchers.removeValue(forKey: id) }
        }
        return stream
    }

    /// Ends every watch, so that a stop does not wait for them.
    func finishWatchers() {
        let open = state.withLock { state in
            defer { state.watchers.removeAll() }
            return state.watchers.values.map(\.continuation)
        }
        for continuation in open { continuation.finish() }
    }
}
