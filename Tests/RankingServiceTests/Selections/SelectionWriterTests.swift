import ServiceLifecycle
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct SelectionWriterTests {
    private let gate = Gate()
    private let ledger: WatchedLedger

    init() {
        ledger = WatchedLedger(AgreeableLedger(), gate: gate)
    }

    @Test("selections that arrive during a transaction share the next one")
    func groups() async throws {
        let writer = SelectionWriter(ledger: ledger, queueLimit: 1000, batchLimit: 512)
        let acknowledged = try await withRunning(writer) { _ in
            try await withThrowingTaskGroup(of: SelectionOutcome.self) { tasks in
                tasks.addTask { try await writer.write(entry(0)) }
                try await gate.waitForArrivals(1)
                for number in 1..<1000 { tasks.addTask { try await writer.write(entry(number)) } }
                await waitUntil(writer, holds: 999)
                gate.open()
                return try await tasks.reduce(into: Set<SelectionOutcome>()) { $0.insert($1) }
            }
        }
        #expect(acknowledged.count == 1000)
        #expect(ledger.batches == [1, 512, 487])
    }

    @Test("one more than the queue holds is refused, and may be sent again")
    func full() async throws {
        let writer = SelectionWriter(ledger: ledger, queueLimit: 2)
        let waiting = (0..<2).map { number in Task { try await writer.write(entry(number)) } }
        await waitUntil(writer, holds: 2)
        let refusal = await #expect(throws: ServiceError.self) { try await writer.write(entry(2)) }
        #expect(refusal?.code == .databaseUnavailable)
        gate.open()
        try await withRunning(writer) { _ in
            for task in waiting { _ = try await task.value }
        }
        #expect(ledger.batches == [2])
    }

    @Test("a graceful stop writes what has arrived, and takes nothing in afterwards")
    func drains() async throws {
        let writer = SelectionWriter(ledger: ledger)
        let group = ServiceGroup(services: [writer], logger: RecordedLogs().logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask { _ = try await writer.write(entry(0)) }
            try await gate.waitForArrivals(1)
            for number in 1...5 { tasks.addTask { _ = try await writer.write(entry(number)) } }
            await waitUntil(writer, holds: 5)
            await group.triggerGracefulShutdown()
            gate.open()
            try await tasks.waitForAll()
        }
        #expect(ledger.batches == [1, 5])
        let refusal = await #expect(throws: ServiceError.self) { try await writer.write(entry(6)) }
        #expect(refusal?.code == .databaseUnavailable)
    }

    @Test("a hard stop tells those who wait that nothing is stored")
    func cancelled() async throws {
        let writer = SelectionWriter(ledger: ledger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await writer.run() }
            let first = Task { try await writer.write(entry(0)) }
            try await gate.waitForArrivals(1)
            let second = Task { try await writer.write(entry(1)) }
            await waitUntil(writer, holds: 1)
            tasks.cancelAll()
            for waiting in [first, second] {
                let refusal = await #expect(throws: ServiceError.self) { try await waiting.value }
                #expect(refusal?.code == .databaseUnavailable)
            }
            try await tasks.waitForAll()
        }
    }

    @Test("a request that is given up hears so at once, though its turn has not come")
    func givenUp() async throws {
        let writer = SelectionWriter(ledger: ledger)
        try await withRunning(writer) { _ in
            async let first = writer.write(entry(0))
            try await gate.waitForArrivals(1)
            let second = Task { try await writer.write(entry(1)) }
            await waitUntil(writer, holds: 1)
            second.cancel()
            await #expect(throws: CancellationError.self) { try await second.value }
            gate.open()
            _ = try await first
        }
        #expect(ledger.batches == [1, 1])
    }

    @Test("a transaction that fails fails for those in it, and the next one is tried")
    func failing() async throws {
        let writer = SelectionWriter(ledger: ledger)
        let failure = ServiceError(.databaseUnavailable, "the disk is full")
        gate.open()
        try await withRunning(writer) { _ in
            ledger.fail(with: failure)
            await #expect(throws: failure) { try await writer.write(entry(0)) }
            ledger.fail(with: nil)
            _ = try await writer.write(entry(1))
        }
    }

    private func entry(_ number: Int) throws -> SelectionEntry {
        var generator = SystemRandomNumberGenerator()
        let selection = Selection(
            id: SelectionID(at: Ranking.noon, using: &generator), user: try testKey().digest(.user, "u\(number)"),
            country: try country("JP"), day: Day(number: 0), selectedAt: Ranking.noon, session: nil, referrer: nil,
            address: nil, userAgent: nil)
        return SelectionEntry(selection: selection, claim: nil)
    }

    private func waitUntil(_ writer: SelectionWriter, holds count: Int) async {
        while writer.waitingCount < count { await Task.yield() }
    }
}
