import SharedDomain

/// Work that must end in time.
enum TimeLimit {
    /// Thrown when the time is over.
    struct Exceeded: Error {}

    /// The result of `work`, which is cancelled when `limit` is over.
    ///
    /// Throws what `work` throws, or `Exceeded`. Work that ignores its cancellation is waited for all the same: no
    /// task outlives its request.
    static func run<Result: Sendable>(
        _ limit: Duration, _ time: TimeSource, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await time.sleep(limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else { throw Exceeded() }
            return result
        }
    }
}
