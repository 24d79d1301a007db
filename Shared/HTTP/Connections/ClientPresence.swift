import NIOCore
import Synchronization

/// Whether the client at the other end of a connection is still there, for work that is worth its while only then.
///
/// A client that closes its side for writing counts as gone, as with other servers: who closes the connection altogether
/// looks the same from here until something is written to it.
package final class ClientPresence: Sendable {
    /// Thrown when the client goes before the work is done: nobody is left to answer.
    package struct Gone: Error {}

    /// The client of the request that this task answers; nil where there is no connection.
    @TaskLocal static var current: ClientPresence?

    /// The answer without an end that is being written, if there is one.
    private struct Endless {
        var onEnd: (@Sendable () -> Void)?
        /// Whether an answer without an end has to end as soon as it begins.
        var isOver = false
    }

    private let departure = Announcement<Void>()
    private let endless = Mutex(Endless())

    /// Says that the client has gone.
    func end() {
        departure.announce(.success(()))
        stop()
    }

    /// Says that the server stops: an answer without an end has to end now. Whether there was one.
    @discardableResult
    func stop() -> Bool {
        let onEnd = endless.withLock { endless in
            endless.isOver = true
            defer { endless.onEnd = nil }
            return endless.onEnd
        }
        onEnd?()
        return onEnd != nil
    }

    /// Notes that an answer without an end begins, and how it is told to end: now, if that is over already.
    func beginEndless(_ onEnd: @escaping @Sendable () -> Void, on channel: any Channel) {
        let isOver = endless.withLock { endless in
            if !endless.isOver { endless.onEnd = onEnd }
            return endless.isOver
        }
        if isOver { return onEnd() }
        channel.pipeline.fireUserInboundEventTriggered(ConnectionEvent.endlessAnswerBegan)
    }

    /// Notes that the answer has ended.
    func finishEndless() {
        endless.withLock { $0.onEnd = nil }
    }

    /// The result of `work`, which is cancelled when the client of this task's request goes. Work that ignores its
    /// cancellation is waited for all the same.
    ///
    /// Throws what `work` throws, or `Gone`.
    package static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        guard let departure = current?.departure else { return try await work() }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await departure.value()
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else { throw Gone() }
            return result
        }
    }
}
