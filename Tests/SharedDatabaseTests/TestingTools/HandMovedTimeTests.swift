import SharedDomain
import SharedTesting
import Testing

@Suite("Time moved by hand", .timeLimit(.minutes(1)))
struct HandMovedTimeTests {
    @Test("the clock stands still until it is moved")
    func standsStill() {
        let time = HandMovedTime(at: Instant(seconds: 100))
        #expect(time.source.now() == Instant(seconds: 100))
        time.advance(by: .milliseconds(1500))
        #expect(time.source.now() == Instant(milliseconds: 101_500))
        time.advance(to: Instant(seconds: 200))
        #expect(time.source.now() == Instant(seconds: 200))
    }

    @Test("a sleeper wakes when the time passes its deadline, and not before")
    func wakesAtItsDeadline() async throws {
        let time = HandMovedTime()
        let sleeper = Task { try await time.source.sleep(.seconds(10)) }
        try await time.waitForSleepers(1)
        time.advance(by: .milliseconds(9999))
        #expect(time.sleeperCount == 1)
        time.advance(by: .milliseconds(1))
        #expect(time.sleeperCount == 0)
        try await sleeper.value
    }

    @Test("one step wakes those whose time has come and leaves the others")
    func wakesOnlyTheDue() async throws {
        let time = HandMovedTime()
        let first = Task { try await time.source.sleep(.seconds(1)) }
        let second = Task { try await time.source.sleep(.seconds(2)) }
        let third = Task { try await time.source.sleep(.seconds(3)) }
        try await time.waitForSleepers(3)
        time.advance(by: .seconds(2))
        #expect(time.sleeperCount == 1)
        try await first.value
        try await second.value
        third.cancel()
        await #expect(throws: CancellationError.self) { try await third.value }
        #expect(time.sleeperCount == 0)
    }

    @Test("less than a millisecond is waited for too")
    func keepsFractionsOfAMillisecond() async throws {
        let time = HandMovedTime()
        let sleeper = Task { try await time.source.sleep(.microseconds(300)) }
        try await time.waitForSleepers(1)
        time.advance(by: .microseconds(299))
        #expect(time.sleeperCount == 1)
        time.advance(by: .microseconds(1))
        try await sleeper.value
    }

    @Test("nothing to wait for is no wait")
    func zeroDoesNotSleep() async throws {
        let time = HandMovedTime()
        try await time.source.sleep(.zero)
        try await time.source.sleep(.seconds(-1))
        #expect(time.sleeperCount == 0)
    }

    @Test("a task that was cancelled before it sleeps does not sleep")
    func cancelledBeforehand() async throws {
        let time = HandMovedTime()
        let sleeper = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await time.source.sleep(.seconds(1))
        }
        await #expect(throws: CancellationError.self) { try await sleeper.value }
        #expect(time.sleeperCount == 0)
    }

    @Test("waiting for sleepers can be cancelled")
    func watcherIsCancelled() async throws {
        let time = HandMovedTime()
        let watcher = Task { try await time.waitForSleepers(1) }
        watcher.cancel()
        await #expect(throws: CancellationError.self) { try await watcher.value }
    }

    @Test("a loop that sleeps again and again is followed step by step")
    func followsALoop() async throws {
        let time = HandMovedTime(at: Instant(seconds: 0))
        let loop = Task {
            var seen: [Instant] = []
            for _ in 1...3 {
                try await time.source.sleep(.seconds(5))
                seen.append(time.source.now())
            }
            return seen
        }
        for _ in 1...3 {
            try await time.waitForSleepers(1)
            time.advance(by: .seconds(5))
        }
        #expect(try await loop.value == [5, 10, 15].map { Instant(seconds: $0) })
    }

    @Test("many sleepers, cancelled and woken at once, all end exactly once")
    func survivesARace() async throws {
        let time = HandMovedTime()
        let tasks = (1...200).map { number in
            Task { try await time.source.sleep(.seconds(number % 2 == 0 ? 1 : 1000)) }
        }
        try await time.waitForSleepers(200)
        await withTaskGroup { group in
            group.addTask { time.advance(by: .seconds(1)) }
            group.addTask { for task in tasks { task.cancel() } }
        }
        for (index, task) in tasks.enumerated() where index % 2 == 0 {
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        for task in tasks { _ = await task.result }
        #expect(time.sleeperCount == 0)
    }
}
