import SharedTesting
import Testing

@Suite("Gate", .timeLimit(.minutes(1)))
struct GateTests {
    private actor Tally {
        var count = 0
        func add() { count += 1 }
    }

    @Test("holds every task until it is opened, and none afterwards")
    func holdsUntilOpened() async throws {
        let gate = Gate()
        let passed = Tally()
        let tasks = (1...3).map { _ in
            Task {
                try await gate.wait()
                await passed.add()
            }
        }
        try await gate.waitForArrivals(3)
        #expect(await passed.count == 0)
        gate.open()
        for task in tasks { try await task.value }
        #expect(await passed.count == 3)
        try await gate.wait()
    }

    @Test("a cancelled task does not wait on")
    func letsTheCancelledGo() async throws {
        let gate = Gate()
        let task = Task { try await gate.wait() }
        try await gate.waitForArrivals(1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
