import SharedResilience
import SharedTesting
import Testing

@Suite("retries", .timeLimit(.minutes(1)))
struct RetryPolicyTests {
    private let pauses = RecordedPauses()

    /// Fails on the attempts up to `failures`, then answers with the number of the attempt.
    private func run(
        failures: Int, random: Double = 0, delays: [Duration] = RetryPolicy.standardDelays,
        longestPause: Duration = RetryPolicy.standardLongestPause, advice: RetryAdvice = .retry()
    ) async throws -> Int {
        let policy = RetryPolicy(
            delays: delays, longestPause: longestPause, random: { random }, advice: { _ in advice })
        return try await policy.run(time: pauses.source) { attempt in
            if attempt <= failures { throw Failure(attempt: attempt) }
            return attempt
        }
    }

    @Test("what succeeds is not tried again")
    func success() async throws {
        #expect(try await run(failures: 0) == 1)
        #expect(pauses.all.isEmpty)
    }

    @Test("the pauses are one, two and four seconds")
    func delays() async throws {
        #expect(try await run(failures: 3) == 4)
        #expect(pauses.all == [.seconds(1), .seconds(2), .seconds(4)])
    }

    @Test("after three retries the last error comes out")
    func exhausted() async {
        await #expect(throws: Failure(attempt: 4)) { try await run(failures: .max) }
        #expect(pauses.all.count == 3)
    }

    @Test("what is not worth another attempt is not tried again")
    func giveUp() async {
        await #expect(throws: Failure(attempt: 1)) { try await run(failures: .max, advice: .giveUp) }
        #expect(pauses.all.isEmpty)
    }

    // The definition: delay × (1 + 0.5 × random), by hand for 0.5.
    @Test("each pause is spread by up to half of itself")
    func jitter() async throws {
        #expect(try await run(failures: 3, random: 0.5) == 4)
        #expect(pauses.all == [.milliseconds(1250), .milliseconds(2500), .seconds(5)])
    }

    @Test("with real randomness the pauses differ and keep within their bounds")
    func randomJitter() async throws {
        for _ in 0..<100 {
            _ = try await RetryPolicy { _ in .retry() }.run(time: pauses.source) { attempt in
                if attempt == 1 { throw Failure(attempt: attempt) }
            }
        }
        #expect(pauses.all.allSatisfy { $0 >= .seconds(1) && $0 < .milliseconds(1500) })
        #expect(Set(pauses.all).count > 1)
    }

    @Test("the other side's wish lengthens a pause but never shortens it")
    func retryAfter() async throws {
        #expect(try await run(failures: 2, advice: .retry(after: .milliseconds(1500))) == 3)
        #expect(pauses.all == [.milliseconds(1500), .seconds(2)])
    }

    @Test("one who wants more than the longest pause is given up on")
    func retryAfterTooLong() async throws {
        #expect(try await run(failures: 1, advice: .retry(after: .seconds(60))) == 2)
        await #expect(throws: Failure(attempt: 1)) {
            try await run(failures: .max, advice: .retry(after: .seconds(60) + .milliseconds(1)))
        }
        #expect(pauses.all == [.seconds(60)])
    }

    @Test("a delay beyond the longest pause is cut to it")
    func longDelay() async throws {
        #expect(try await run(failures: 1, delays: [.seconds(10)], longestPause: .seconds(3)) == 2)
        #expect(pauses.all == [.seconds(3)])
    }

    @Test("a cancelled operation is not tried again, whatever the advice")
    func cancelledOperation() async {
        await #expect(throws: CancellationError.self) {
            try await RetryPolicy { _ in .retry() }.run(time: pauses.source) { _ in
                throw CancellationError()
            }
        }
        #expect(pauses.all.isEmpty)
    }

    @Test("cancelling in a pause ends it without another attempt")
    func cancelledPause() async throws {
        let time = HandMovedTime()
        let task = Task {
            try await RetryPolicy { _ in .retry() }.run(time: time.source) { attempt in
                #expect(attempt == 1)
                throw Failure(attempt: attempt)
            }
        }
        try await time.waitForSleepers(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
