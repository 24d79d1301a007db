/// Asks again and again until `condition` holds, and fails with `message` when it still does not after `limit`.
///
/// Only for tests that start other processes, whose time nobody can move by hand; everywhere else there is
/// `HandMovedTime`, or something to wait for.
///
/// - Throws: `TestFailure` after `limit`; what `condition` throws, at once.
package func eventually(
    within limit: Duration = .seconds(10), _ message: @autoclosure () -> String,
    isolation: isolated (any Actor)? = #isolation, _ condition: () async throws -> Bool
) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while try await !condition() {
        guard clock.now < deadline else { throw TestFailure("\(message()) (not within \(limit))") }
        try await clock.sleep(for: pause)
    }
}

/// Between two looks: short enough not to be felt, long enough not to keep a core busy.
private let pause = Duration.milliseconds(10)
