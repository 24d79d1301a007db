/// Whether the client at the other end of a connection is still there, for work that is worth its while only then.
///
/// A client that closes its side for writing counts as gone, as with other servers: who closes the connection altogether
/// looks the same from here until something is written to it.
package final class ClientPresence: Sendable {
    /// Thrown when the client goes before the work is done: nobody is left to answer.
    package struct Gone: Error {}

    /// The client of the request that this task answers; nil where there is no connection.
    @TaskLocal static var current: ClientPresence?

    private let departure = Announcement<Void>()

    /// Says that the client has gone.
    func end() {
        departure.announce(.success(()))
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
