package import SharedDomain

/// An operation that did not end in time.
package struct DeadlineExceeded: Error, Sendable, Hashable, CustomStringConvertible {
    /// The time it had.
    package let limit: Duration

    /// The error of an operation that had so much time.
    package init(limit: Duration) {
        self.limit = limit
    }

    /// A sentence for a log.
    package var description: String { "not finished within \(limit)" }
}

/// Runs an operation that has a limited time.
///
/// When the time is over the operation is cancelled, and this returns as soon as it has ended: an operation that ignores
/// cancellation is still waited for, so that nothing goes on unseen.
///
/// - Throws: `DeadlineExceeded` when the time is over first (at once when there is none); else what the operation throws.
package func withDeadline<Value: Sendable>(
    _ limit: Duration, time: TimeSource, _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    guard limit > .zero else { throw DeadlineExceeded(limit: limit) }
    return try await withThrowingTaskGroup(of: Finish<Value>.self) { group in
        defer { group.cancelAll() }
        group.addTask { .ended(try await operation()) }
        group.addTask {
            do {
                try await time.sleep(limit)
                return .timeIsOver
            } catch is CancellationError {
                return .notTimed
            }
        }
        while let finish = try await group.next() {
            switch finish {
            case .ended(let value): return value
            case .timeIsOver: throw DeadlineExceeded(limit: limit)
            // The caller was cancelled, and the operation with it: how that ends is the operation's to say.
            case .notTimed: continue
            }
        }
        throw CancellationError()
    }
}

/// What came to an end first.
private enum Finish<Value: Sendable>: Sendable {
    case ended(Value)
    case timeIsOver
    case notTimed
}
