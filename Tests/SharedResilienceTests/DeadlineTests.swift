import SharedResilience
import SharedTesting
import Testing

@Suite("deadlines", .timeLimit(.minutes(1)))
struct DeadlineTests {
    private let time = HandMovedTime()
    private let gate = Gate()

    @Test("what ends in time has its result, and the timer does not outlive it")
    func inTime() async throws {
        #expect(try await withDeadline(.seconds(5), time: time.source) { 42 } == 42)
        #expect(time.sleeperCount == 0)
    }

    @Test("the error of an operation that ends in time comes out")
    func error() async {
        await #expect(throws: Failure(attempt: 1)) {
            try await withDeadline(.seconds(5), time: time.source) { throw Failure(attempt: 1) }
        }
    }

    @Test("when the time is over the operation is cancelled")
    func tooLate() async throws {
        let (time, gate) = (time, gate)
        let task = Task {
            try await withDeadline(.seconds(5), time: time.source) {
                do {
                    try await gate.wait()
                } catch {
                    #expect(error is CancellationError)
                    throw error
                }
            }
        }
        try await time.waitForSleepers(1)
        try await gate.waitForArrivals(1)
        time.advance(by: .milliseconds(4999))
        #expect(time.sleeperCount == 1)
        time.advance(by: .milliseconds(1))
        let error = await #expect(throws: DeadlineExceeded.self) { try await task.value }
        #expect(error?.limit == .seconds(5))
    }

    @Test("a cancelled caller hears how the operation ended, not that time ran out")
    func cancelledCaller() async throws {
        let (time, gate) = (time, gate)
        let task = Task {
            try await withDeadline(.seconds(5), time: time.source) {
                do {
                    try await gate.wait()
                    return "opened"
                } catch is CancellationError {
                    return "tidied up"
                }
            }
        }
        try await time.waitForSleepers(1)
        try await gate.waitForArrivals(1)
        task.cancel()
        #expect(try await task.value == "tidied up")
    }

    @Test("without time nothing is begun", arguments: [Duration.zero, .seconds(-1)])
    func noTime(_ limit: Duration) async {
        await #expect(throws: DeadlineExceeded(limit: limit)) {
            try await withDeadline(limit, time: time.source) { Issue.record("the operation was begun") }
        }
    }
}
