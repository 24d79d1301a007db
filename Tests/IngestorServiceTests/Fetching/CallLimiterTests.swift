import SharedTesting
import Synchronization
import Testing

@testable import IngestorService

@Suite("The call limiter")
struct CallLimiterTests {
    @Test("no more calls are under way than allowed, and all of them are made", .timeLimit(.minutes(1)))
    func limit() async throws {
        let limiter = CallLimiter(mostAtOnce: 2)
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await limiter.run {
                        tally.enter()
                        await Task.yield()
                        tally.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tally.calls == 50)
        #expect(tally.mostAtOnce <= 2)
    }

    @Test("as many as allowed do go on at once: two that wait for each other come to an end", .timeLimit(.minutes(1)))
    func atOnce() async throws {
        let limiter = CallLimiter(mostAtOnce: 2)
        let (first, second) = (Gate(), Gate())
        async let one: Void = limiter.run {
            first.open()
            try await second.wait()
        }
        async let other: Void = limiter.run {
            second.open()
            try await first.wait()
        }
        _ = try await (one, other)
    }

    @Test("a call that fails gives its place to the next")
    func failure() async throws {
        struct Failed: Error {}
        let limiter = CallLimiter(mostAtOnce: 1)
        await #expect(throws: Failed.self) { try await limiter.run { throw Failed() } }
        #expect(try await limiter.run { 1 } == 1)
    }
}

/// Counts calls, and how many were under way at one time.
private final class Tally: Sendable {
    private let counts = Mutex((calls: 0, underWay: 0, most: 0))

    var calls: Int { counts.withLock { $0.calls } }
    var mostAtOnce: Int { counts.withLock { $0.most } }

    func enter() {
        counts.withLock { counts in
            counts.calls += 1
            counts.underWay += 1
            counts.most = max(counts.most, counts.underWay)
        }
    }

    func leave() { counts.withLock { $0.underWay -= 1 } }
}
