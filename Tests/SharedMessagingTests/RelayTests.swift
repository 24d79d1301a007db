import GRDB
import Logging
import ServiceContextModule
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("The relay", .timeLimit(.minutes(1)))
struct RelayTests {
    @Test("a subscriber that is down delays nobody, and has everything once it is back")
    func deadSubscriber() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let alive = try rig.subscriberStore("alive")
        let late = try rig.subscriberStore("late")
        let toLate = DirectTransport(nil)
        let relays = [
            rig.relay(of: outbox, to: "alive", over: DirectTransport(rig.inbox(alive))),
            rig.relay(of: outbox, to: "late", over: toLate),
        ]
        try await running(relays) {
            try await rig.append(0...9, to: outbox)
            try await reaches(relays[0], of: outbox, sequence: 10)
            #expect(try await applied(in: alive) == (0...9).map(Rig.key))
            let behind = try await outbox.progress(of: ["late"])
            #expect(behind.map(\.pending) == [10])

            toLate.connect(rig.inbox(late))
            // The two waits: the idle relay for its next look, the failing one for its next attempt.
            try await rig.time.waitForSleepers(2)
            rig.time.advance(by: .seconds(5))
            try await reaches(relays[1], of: outbox, sequence: 10)
            #expect(try await applied(in: late) == (0...9).map(Rig.key))
        }
    }

    @Test("an append is delivered at once, without waiting for a timer")
    func wakes() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let store = try rig.subscriberStore()
        let relay = rig.relay(of: outbox, over: DirectTransport(rig.inbox(store)))
        try await running([relay]) {
            for day in 0..<5 {
                try await rig.append(day...day, to: outbox)
                try await reaches(relay, of: outbox, sequence: UInt64(day) + 1)
            }
        }
        #expect(try await applied(in: store) == (0..<5).map(Rig.key))
    }

    @Test("a subscriber that was emptied catches up by itself")
    func emptied() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let transport = DirectTransport(rig.inbox(try rig.subscriberStore("first")))
        let relay = rig.relay(of: outbox, over: transport)
        try await rig.append(0...9, to: outbox)
        try await relay.deliverUntilIdle()
        let emptied = try rig.subscriberStore("second")
        transport.connect(rig.inbox(emptied))
        try await relay.deliverUntilIdle()
        #expect(try await applied(in: emptied) == (0...9).map(Rig.key))
    }

    @Test("only the topics a subscriber wants are sent, and one it adds later comes from its start")
    func topics() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append([Rig.event(0), Rig.priceEvent(0), Rig.event(1), Rig.priceEvent(1)], to: outbox)
        let store = try rig.subscriberStore()
        let transport = DirectTransport(rig.inbox(store))
        let relay = rig.relay(of: outbox, over: transport)
        try await relay.deliverUntilIdle()
        #expect(try await applied(in: store) == [Rig.key(0), Rig.key(1)])
        #expect(try await outbox.progress(of: ["subscriber"]).map(\.pending) == [0])

        transport.connect(rig.inbox(store, RecordingApplier(topics: [.sheets, .prices])))
        try await relay.deliverUntilIdle()
        #expect(
            try await applied(in: store)
                == [Rig.key(0), Rig.key(1), "bigmac/\(Rig.start)", "bigmac/\(Rig.start.adding(days: 1))"])
    }

    @Test("an event that is refused for good becomes a dead letter, the stream goes on, and it can be sent again")
    func deadLetter() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let store = try rig.subscriberStore()
        let unwanted = RecordingApplier(refusedDays: [Rig.start.adding(days: 1)])
        let transport = DirectTransport(rig.inbox(store, unwanted))
        let relay = rig.relay(of: outbox, over: transport)
        try await rig.append(0...3, to: outbox)
        try await relay.deliverUntilIdle()
        #expect(try await applied(in: store) == [0, 2, 3].map(Rig.key))
        let letters = try await outbox.deadLetters(limit: 10)
        #expect(letters.map(\.sequence) == [2])
        #expect(letters.map(\.key) == [Rig.key(1)])
        #expect(try await outbox.progress(of: ["subscriber"]).map(\.deadLetters) == [1])

        transport.connect(rig.inbox(store))
        let letter = try #require(letters.first)
        try await outbox.redrive(letter.id, at: rig.time.now)
        try await relay.deliverUntilIdle()
        #expect(try await applied(in: store) == [0, 2, 3, 1].map(Rig.key))
        #expect(try await outbox.deadLetters(limit: 10).isEmpty)
        await #expect(throws: ServiceError.self) { try await outbox.redrive(letter.id, at: rig.time.now) }
    }

    @Test("an idle relay that learns nothing new writes nothing")
    func idle() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let relay = rig.relay(of: outbox, over: DirectTransport(rig.inbox(try rig.subscriberStore())))
        #expect(!relay.hasMetSubscriber)
        try await rig.append(0...2, to: outbox)
        try await relay.deliverUntilIdle()
        #expect(relay.hasMetSubscriber)
        let noted = try await lastNote(in: outbox)
        rig.time.advance(by: .seconds(5))
        try await relay.deliverUntilIdle()
        #expect(try await lastNote(in: outbox) == noted)
        try await rig.append(3...3, to: outbox)
        try await relay.deliverUntilIdle()
        #expect(try await lastNote(in: outbox) == rig.time.now)
    }

    private func lastNote(in outbox: Outbox) async throws -> Instant? {
        try await outbox.store.read { db in
            try Int64.fetchOne(db, sql: "SELECT updated_at FROM outbox_subscriber").map(Instant.init(milliseconds:))
        }
    }

    @Test("the correlation id of the work that made an event goes with it")
    func correlation() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        var context = ServiceContext.topLevel
        context.correlationID = "run-7"
        try await ServiceContext.withValue(context) {
            try await rig.append(0...0, to: outbox)
        }
        let events = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits())
        #expect(events.map(\.correlationID) == ["run-7"])
    }

    /// Runs the relays while `body` does.
    private func running(_ relays: [Relay], _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for relay in relays { group.addTask { try await relay.run() } }
            try await body()
            group.cancelAll()
        }
    }

    /// Waits until a relay's subscriber has acknowledged a sequence.
    private func reaches(_ relay: Relay, of outbox: Outbox, sequence: UInt64) async throws {
        let changes = relay.progressed.changes()
        if try await acknowledged(by: relay, of: outbox) >= sequence { return }
        for await _ in changes where try await acknowledged(by: relay, of: outbox) >= sequence { return }
    }

    private func acknowledged(by relay: Relay, of outbox: Outbox) async throws -> UInt64 {
        try await outbox.progress(of: [relay.subscriber]).first?.acknowledgedSequence ?? 0
    }
}
