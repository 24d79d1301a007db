import Logging
import ServiceLifecycle
import SharedRuntime
import SharedTesting
import Testing

@Suite("Work that is done once a day", .timeLimit(.minutes(1)))
struct DailyJobTests {
    private let time = HandMovedTime()
    private let logs = RecordedLogs()

    /// The times it was done are lines of the log.
    private func job(_ work: @escaping @Sendable (_ times: Int) throws -> Void = { _ in }) -> DailyJob {
        DailyJob("wind the clock", time: time.source, logger: logs.logger) { [logs] in
            logs.logger.info("done")
            try work(logs.messages(at: .info).count)
        }
    }

    private var timesDone: Int { logs.messages(at: .info).count }

    private func running(_ job: DailyJob, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await job.run() }
            try await body()
            group.cancelAll()
            try await group.waitForAll()
        }
    }

    @Test("it is done at start, and then after each whole day")
    func rhythm() async throws {
        try await running(job()) {
            try await time.waitForSleepers(1)
            #expect(timesDone == 1)
            time.advance(by: .seconds(86_399))
            #expect(time.sleeperCount == 1)
            #expect(timesDone == 1)
            for day in 2...4 {
                time.advance(by: day == 2 ? .seconds(1) : .seconds(86_400))
                try await time.waitForSleepers(1)
                #expect(timesDone == day)
            }
            #expect(logs.messages(at: .error).isEmpty)
        }
    }

    @Test("what fails is logged with its name and cause, and tried again the next day")
    func failure() async throws {
        let job = job { times in
            if times == 1 { throw TestFailure("the key is lost") }
        }
        try await running(job) {
            try await time.waitForSleepers(1)
            let line = try #require(logs.lines.last)
            #expect(line.level == .error)
            #expect(line.metadata == ["job": "wind the clock", "cause": "the key is lost"])
            time.advance(by: DailyJob.interval)
            try await time.waitForSleepers(1)
            #expect(timesDone == 2)
            #expect(logs.messages(at: .error).count == 1)
        }
    }

    @Test("that it was stopped in the middle is no failure")
    func stopped() async throws {
        await job { _ in throw CancellationError() }.runOnce()
        #expect(timesDone == 1)
        #expect(logs.messages(at: .error).isEmpty)
    }

    @Test("it ends with the service that it belongs to")
    func shutdown() async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: job())], logger: logs.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await time.waitForSleepers(1)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(timesDone == 1 && time.sleeperCount == 0)
        #expect(logs.messages(at: .error).isEmpty)
    }
}
