import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("A crash at any step loses nothing and doubles nothing")
struct CrashTests {
    static let days = 20

    @Test(
        "either side dies once, is started again, and the subscriber has every event once, in order",
        arguments: FaultPoint.allCases, 1...4)
    func dies(at point: FaultPoint, occurrence: Int) async throws {
        var rig = try Rig()
        let plan = FaultPlan(point, occurrence: occurrence)
        rig.faults = plan.injector
        var crashes = 0
        // Each round is one life of both processes: they open what the last life left and go on.
        for _ in 0..<3 {
            let producer = try rig.producerStore()
            let subscriber = try rig.subscriberStore()
            do {
                try await live(rig, producer: producer, subscriber: subscriber)
            } catch is Crash {
                crashes += 1
            }
            await producer.close()
            await subscriber.close()
        }
        #expect(plan.happened)
        #expect(crashes == 1)
        let subscriber = try rig.subscriberStore()
        #expect(try await applied(in: subscriber) == (0..<Self.days).map(Rig.key))
        await subscriber.close()
    }

    /// Appends the days that are not in the log yet, four in a transaction, and delivers after each.
    private func live(_ rig: Rig, producer: Store, subscriber: Store) async throws {
        let outbox = try await rig.outbox(producer)
        let relay = rig.relay(of: outbox, over: DirectTransport(rig.inbox(subscriber)))
        var next = Int(try await outbox.lastSequence())
        while next < Self.days {
            try await rig.append(next...next + 3, to: outbox)
            try await relay.deliverUntilIdle()
            next += 4
        }
        try await relay.deliverUntilIdle()
    }
}
