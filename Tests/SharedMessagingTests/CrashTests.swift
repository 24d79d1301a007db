import Foundation
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("A crash at any step loses nothing and doubles nothing")
struct CrashTests {
    static let days = 20

    @Test(
        "one side dies once and is started again, and the subscriber has every event once, in order",
        arguments: FaultPoint.allCases, 1...4)
    func dies(at point: FaultPoint, occurrence: Int) async throws {
        var rig = try Rig()
        let plan = FaultPlan(point, occurrence: occurrence)
        rig.faults = plan.injector
        var producer = try rig.producerStore()
        var subscriber = try rig.subscriberStore()
        var crashes = 0
        var isDone = false
        while !isDone {
            do {
                try await live(rig, producer: producer, subscriber: subscriber)
                isDone = true
            } catch is Crash {
                crashes += 1
                // The one that died opens what it left; the other never notices but for the broken call.
                if point.isOfSubscriber {
                    await subscriber.close()
                    subscriber = try rig.subscriberStore()
                } else {
                    await producer.close()
                    producer = try rig.producerStore()
                }
            }
        }
        #expect(plan.happened)
        #expect(crashes == 1)
        #expect(try await applied(in: subscriber) == (0..<Self.days).map(Rig.key))
    }

    @Test("both sides die at each step of a delivery, and start from the files as a kill leaves them", arguments: 1...4)
    func bothKilled(occurrence: Int) async throws {
        for point in FaultPoint.allCases {
            var rig = try Rig()
            rig.faults = FaultPlan(point, occurrence: occurrence).injector
            let producer = try rig.producerStore()
            let subscriber = try rig.subscriberStore()
            await #expect(throws: Crash.self) {
                try await live(rig, producer: producer, subscriber: subscriber)
            }
            // Copied while they are open: nothing was closed in order, the last commits are in the logs only.
            let after = try Rig()
            for name in try rig.directory.names() where !name.hasSuffix(".lock") {
                try FileManager.default.copyItem(
                    atPath: rig.directory.file(name), toPath: after.directory.file(name))
            }
            let revived = try after.subscriberStore()
            try await live(after, producer: try after.producerStore(), subscriber: revived)
            #expect(try await applied(in: revived) == (0..<Self.days).map(Rig.key), "\(point)")
        }
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

extension FaultPoint {
    fileprivate var isOfSubscriber: Bool {
        switch self {
        case .subscriberBeforeApply, .subscriberBeforeCommit, .subscriberAfterCommit: true
        case .producerBeforeCommit, .relayBeforeDeliver, .relayAfterDeliver: false
        }
    }
}
