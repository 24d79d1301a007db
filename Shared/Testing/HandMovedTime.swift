package import SharedDomain

/// A clock that stands still until the test moves it. Pass `source` to the code under test.
///
///     let time = HandMovedTime()
///     async let outcome = retry(using: time.source)
///     try await time.waitForSleepers(1)   // it failed once and now waits
///     time.advance(by: .seconds(1))
///
/// A task sleeps until the clock has been moved to its deadline, or until it is cancelled.
package final class HandMovedTime: Sendable {
    /// Where the clock starts unless told: 2026-10-30T15:00:00Z.
    package static let defaultStart = Instant(seconds: 1_793_372_400)

    private struct State {
        var elapsed = Duration.zero
        /// When each sleeper is to wake, in time elapsed, by its number.
        var deadlines: [Int: Duration] = [:]
        var lastNumber = 0
    }

    private let start: Instant
    private let state = Watched(State())

    /// A clock standing at `start`.
    package init(at start: Instant = defaultStart) {
        self.start = start
    }

    /// What the code under test takes its time from.
    package var source: TimeSource {
        TimeSource(now: { self.now }, sleep: { try await self.sleep(for: $0) })
    }

    /// Where the clock stands.
    package var now: Instant { start.advanced(by: state.value.elapsed) }

    /// How many tasks sleep.
    package var sleeperCount: Int { state.value.deadlines.count }

    /// Moves the clock on and wakes the tasks whose time has come; they are no sleepers any more when this returns, so
    /// that `waitForSleepers` counts only those who sleep anew.
    package func advance(by duration: Duration) {
        precondition(duration >= .zero, "time does not run backwards")
        state.change { state in
            state.elapsed += duration
            let elapsed = state.elapsed
            state.deadlines = state.deadlines.filter { $0.value > elapsed }
        }
    }

    /// Moves the clock on to an instant that is not before now.
    package func advance(to instant: Instant) {
        advance(by: now.duration(to: instant))
    }

    /// Waits until at least so many tasks sleep.
    ///
    /// - Throws: `CancellationError`. Give the test a time limit: a task that never sleeps is waited for for ever.
    package func waitForSleepers(_ count: Int) async throws {
        try await state.wait { $0.deadlines.count >= count }
    }

    private func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        guard duration > .zero else { return }
        let number = state.change { state in
            state.lastNumber += 1
            state.deadlines[state.lastNumber] = state.elapsed + duration
            return state.lastNumber
        }
        defer { state.change { _ = $0.deadlines.removeValue(forKey: number) } }
        try await state.wait { $0.deadlines[number] == nil }
    }
}
