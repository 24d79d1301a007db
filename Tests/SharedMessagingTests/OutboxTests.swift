import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("The outbox")
struct OutboxTests {
    @Test("an event is in the log only if the change it tells of was committed")
    func atomic() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let now = rig.time.now
        await #expect(throws: Crash.self) {
            try await outbox.commit { db in
                _ = try outbox.append([Rig.event(0)], at: now, in: db)
                throw Crash()
            }
        }
        #expect(try await outbox.lastSequence() == 0)
    }

    @Test("each event names the one before it in its topic")
    func chain() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append([Rig.event(0), Rig.priceEvent(0), Rig.event(1)], to: outbox)
        try await rig.append([Rig.priceEvent(1), Rig.event(2)], to: outbox)
        let events = try await outbox.events(after: [.sheets: 0, .prices: 0], limits: Outbox.BatchLimits())
        #expect(events.map(\.sequence) == [1, 2, 3, 4, 5])
        #expect(events.map(\.previousSequence) == [0, 0, 1, 2, 3])
    }

    @Test("a batch holds at most so many events and bytes, and always at least one")
    func batches() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...9, to: outbox)
        let four = try await outbox.events(after: [.sheets: 2], limits: Outbox.BatchLimits(events: 4))
        #expect(four.map(\.sequence) == [3, 4, 5, 6])
        let one = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits(bytes: 1))
        #expect(one.map(\.sequence) == [1])
    }

    @Test("a full log and an event that is too large are refused, and nothing of the change stays")
    func bounds() async throws {
        var rig = try Rig()
        rig.limits = Outbox.Limits(maximumEvents: 5)
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...3, to: outbox)
        await #expect(throws: ServiceError.self) { try await rig.append(4...5, to: outbox) }
        #expect(try await outbox.lastSequence() == 4)

        rig.limits = Outbox.Limits(maximumEventBytes: 10)
        let narrow = try await rig.outbox(try rig.producerStore("narrow"))
        await #expect(throws: ServiceError.self) { try await rig.append(0...0, to: narrow) }
    }

    @Test("compaction removes what was superseded and read, and a new subscriber is still rebuilt without a gap")
    func compaction() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let later = rig.time.now.advanced(by: .seconds(1))
        // Three versions of days 0 to 3: events 1 to 12.
        for price in ["1.1", "1.2", "1.3"] {
            try await rig.append((0...3).map { try Rig.event($0, price: price) }, to: outbox)
        }
        let store = try rig.subscriberStore()
        let relay = rig.relay(of: outbox, over: DirectTransport(rig.inbox(store)))
        #expect(try await outbox.compact(olderThan: later, readBy: ["subscriber"]) == 0)
        try await relay.deliverUntilIdle()
        #expect(try await outbox.compact(olderThan: rig.time.now, readBy: ["subscriber"]) == 0)
        #expect(try await outbox.compact(olderThan: later, readBy: ["subscriber"]) == 8)

        let kept = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits())
        #expect(kept.map(\.sequence) == [9, 10, 11, 12])
        #expect(kept.map(\.previousSequence) == [0, 9, 10, 11])
        let fresh = try rig.subscriberStore("fresh")
        try await rig.relay(of: outbox, to: "fresh", over: DirectTransport(rig.inbox(fresh))).deliverUntilIdle()
        #expect(try await applied(in: fresh) == (0...3).map(Rig.key))
    }

    @Test("the log keeps its identity and its numbers when the store is opened again")
    func identity() async throws {
        let rig = try Rig()
        let first = try rig.producerStore()
        let outbox = try await rig.outbox(first)
        try await rig.append(0...2, to: outbox)
        let identity = try await outbox.logID
        await first.close()
        let second = try rig.producerStore()
        let reopened = try await rig.outbox(second)
        #expect(try await reopened.logID == identity)
        try await rig.append(3...3, to: reopened)
        #expect(try await reopened.lastSequence() == 4)
    }

    @Test("reading on for a subscriber never scans the log")
    func plan() async throws {
        let rig = try Rig()
        let plan = try await QueryPlan(of: Outbox.nextEventsSQL, in: rig.producerStore())
        #expect(plan.fullScans.isEmpty, "\(plan)")
        #expect(plan.uses(index: "outbox_by_topic"), "\(plan)")
    }
}
