import Foundation

/// Where the time comes from, and how to wait: passed in, so that tests move it by hand.
package struct TimeSource: Sendable {
    /// The time now.
    package let now: @Sendable () -> Instant
    /// Waits so long; throws `CancellationError` when the task is cancelled meanwhile.
    package let sleep: @Sendable (Duration) async throws -> Void

    /// A source that answers with these two functions.
    package init(
        now: @escaping @Sendable () -> Instant, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's clock.
    package static let system = TimeSource(
        now: { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) },
        sleep: { try await Task.sleep(for: $0) })
}
