import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Synchronization
import Testing

@testable import SharedMessaging

@Suite("How much of the logs a subscriber has")
struct LogStandingTests {
    @Test("a producer says where its log ends before it delivers: until all of that is applied, more is to come")
    func replay() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...9, to: outbox)
        let standing = LogStanding()
        let inbox = rig.inbox(try rig.subscriberStore(), standing: standing)
        let seen = Mutex<[Bool]>([])
        let transport = WatchingTransport(inbox) { seen.withLock { $0.append(standing.isCaughtUp(with: .sheets)) } }
        #expect(!standing.isCaughtUp(with: .sheets))
        try await rig.relay(of: outbox, over: transport).deliverUntilIdle()
        // After the position, and after each of four batches of at most three.
        #expect(seen.withLock { $0 } == [false, false, false, false, true])
        try await rig.append(10...10, to: outbox)
        try await rig.relay(of: outbox, over: transport).deliverUntilIdle()
        #expect(seen.withLock { $0 }.suffix(2) == [false, true])
    }

    @Test(
        "killed in the middle of a replay, a subscriber knows after its start that more is to come",
        arguments: [FaultPoint.subscriberBeforeApply, .subscriberBeforeCommit, .subscriberAfterCommit])
    func killed(point: FaultPoint) async throws {
        var rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...9, to: outbox)
        rig.faults = FaultPlan(point, occurrence: 3).injector
        let store = try rig.subscriberStore()
        let first = LogStanding()
        await #expect(throws: Crash.self) {
            try await rig.relay(of: outbox, over: DirectTransport(rig.inbox(store, standing: first)))
                .deliverUntilIdle()
        }
        #expect(try await !applied(in: store).isEmpty)
        await store.close()
        rig.faults = noFaults
        let again = try rig.subscriberStore()
        let standing = try await LogStanding.load(from: again)
        #expect(!standing.isCaughtUp(with: .sheets))
        #expect(standing.isCaughtUp(with: .sheets) == first.isCaughtUp(with: .sheets))
        try await rig.relay(of: outbox, over: DirectTransport(rig.inbox(again, standing: standing)))
            .deliverUntilIdle()
        #expect(standing.isCaughtUp(with: .sheets))
    }

    @Test("a subscriber that had everything knows so after its start, with no producer in reach")
    func restart() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...4, to: outbox)
        let store = try rig.subscriberStore()
        try await rig.relay(of: outbox, over: DirectTransport(rig.inbox(store))).deliverUntilIdle()
        #expect(try await LogStanding.load(from: store).isCaughtUp(with: .sheets))
        // What is recorded while it is away it hears of with the first call, before anything is delivered.
        try await rig.append(5...5, to: outbox)
        let standing = try await LogStanding.load(from: store)
        let inbox = rig.inbox(store, standing: standing)
        _ = try await inbox.positions(producer: Rig.producer, logID: outbox.logID, heads: outbox.heads())
        #expect(!standing.isCaughtUp(with: .sheets))
        #expect(try await !LogStanding.load(from: store).isCaughtUp(with: .sheets))
    }

    @Test("a log that takes the place of a lost one counts from its own head, and the lost one no more")
    func replaced() async throws {
        let rig = try Rig()
        let lost = try await rig.outbox(try rig.producerStore("lost"))
        try await rig.append(0...9, to: lost)
        let store = try rig.subscriberStore()
        let standing = LogStanding()
        let inbox = rig.inbox(store, standing: standing)
        let events = try await lost.events(after: [.sheets: 0], limits: Outbox.BatchLimits(events: 4))
        let heads = try await lost.heads()
        _ = try await inbox.receive(
            EventBatch(producer: Rig.producer, logID: lost.logID, events: events, heads: heads))
        #expect(!standing.isCaughtUp(with: .sheets))
        #expect(!standing.hasReplacedLog(of: .sheets))

        let next = try await rig.outbox(try rig.producerStore("next"))
        try await rig.append(0...1, to: next)
        _ = try await inbox.positions(producer: Rig.producer, logID: next.logID, heads: next.heads())
        #expect(!standing.isCaughtUp(with: .sheets))
        try await rig.relay(of: next, over: DirectTransport(inbox)).deliverUntilIdle()
        #expect(standing.isCaughtUp(with: .sheets))
        #expect(standing.hasReplacedLog(of: .sheets))
        let loaded = try await LogStanding.load(from: store)
        #expect(loaded.isCaughtUp(with: .sheets) && loaded.hasReplacedLog(of: .sheets))
    }

    @Test("an older producer does not say where its log ends: what it has delivered is taken for all of it")
    func older() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...4, to: outbox)
        let standing = LogStanding()
        let inbox = rig.inbox(try rig.subscriberStore(), standing: standing)
        _ = try await inbox.positions(producer: Rig.producer, logID: outbox.logID)
        #expect(!standing.isCaughtUp(with: .sheets))
        let events = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits(events: 3))
        _ = try await inbox.receive(EventBatch(producer: Rig.producer, logID: outbox.logID, events: events))
        #expect(standing.isCaughtUp(with: .sheets))
        // Once it is replaced by one that says so, that counts.
        _ = try await inbox.positions(producer: Rig.producer, logID: outbox.logID, heads: outbox.heads())
        #expect(!standing.isCaughtUp(with: .sheets))
    }

    @Test("of an empty log there is nothing to come")
    func empty() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        #expect(try await outbox.heads() == [.sheets: 0, .prices: 0])
        let standing = LogStanding()
        try await rig.relay(of: outbox, over: DirectTransport(rig.inbox(try rig.subscriberStore(), standing: standing)))
            .deliverUntilIdle()
        #expect(standing.isCaughtUp(with: .sheets))
    }

    @Test("every producer counts, and of each only the topics that are wanted")
    func producers() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append([Rig.event(0), Rig.priceEvent(0)], to: outbox)
        #expect(try await outbox.heads() == [.sheets: 1, .prices: 2])
        let standing = LogStanding()
        let store = try rig.subscriberStore()
        let inbox = rig.inbox(store, standing: standing)
        try await rig.relay(of: outbox, over: DirectTransport(inbox)).deliverUntilIdle()
        #expect(standing.isCaughtUp(with: .sheets))
        #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM inbox_head") } == 1)
        _ = try await inbox.positions(producer: "another", logID: "x", heads: [.sheets: 1])
        #expect(!standing.isCaughtUp(with: .sheets))
    }

    @Test("a head that comes late takes nothing back, and one that is known is not written again")
    func overtaken() async throws {
        let rig = try Rig()
        let standing = LogStanding()
        let store = try rig.subscriberStore()
        let inbox = rig.inbox(store, standing: standing)
        for head: UInt64 in [7, 5, .max, 7] {
            _ = try await inbox.positions(producer: "p", logID: "x", heads: [.sheets: head])
            #expect(!standing.isCaughtUp(with: .sheets))
        }
        _ = try await inbox.receive(EventBatch(producer: "p", logID: "x", events: [], heads: [.sheets: 5]))
        #expect(standing.knows([.sheets: 8], producer: "p", logID: "x"))
        let held = try await store.read { try Int64.fetchOne($0, sql: "SELECT last_sequence FROM inbox_head") }
        #expect(held == .max)
        #expect(standing.knows([.sheets: 7], producer: "p", logID: "x"))
        #expect(!standing.knows([.sheets: 7], producer: "p", logID: "y"))
        #expect(!standing.knows([.sheets: 7, .prices: 0], producer: "p", logID: "x"))
    }

    @Test("nobody is told that everything is there before what was applied can be seen")
    func order() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...1, to: outbox)
        let standing = LogStanding()
        let early = Mutex<[Bool]>([])
        let applier = PublishingApplier { early.withLock { $0.append(standing.isCaughtUp(with: .sheets)) } }
        let inbox = Inbox(
            store: try rig.subscriberStore(), applier: applier, standing: standing, logger: rig.logger)
        try await rig.relay(of: outbox, over: DirectTransport(inbox)).deliverUntilIdle()
        #expect(early.withLock { $0 } == [false])
        #expect(standing.isCaughtUp(with: .sheets))
    }

    @Test("heads survive the wire, and none stay none")
    func wire() {
        let heads = LogHeads([.sheets: 7126, .prices: .max], isLoading: true)
        #expect(LogHeads(heads: heads.message, isLoading: true) == heads)
        #expect(LogHeads(heads: heads.message, isLoading: false) != heads)
        #expect(heads.message.map(\.topic) == ["prices.editions", "rates.sheets"])
        #expect(LogHeads(heads: [], isLoading: false).sequences.isEmpty)
        let twice = LogHeads([.sheets: 3]).message + LogHeads([.sheets: 2]).message
        #expect(LogHeads(heads: twice, isLoading: false) == [.sheets: 3])
    }
}

/// Hands everything to an inbox, and has something called after each answer.
private struct WatchingTransport: EventTransport {
    let inbox: Inbox
    let answered: @Sendable () -> Void

    init(_ inbox: Inbox, answered: @escaping @Sendable () -> Void) {
        self.inbox = inbox
        self.answered = answered
    }

    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions {
        defer { answered() }
        return try await inbox.positions(producer: producer, logID: logID, heads: heads)
    }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        defer { answered() }
        return try await inbox.receive(batch)
    }
}

/// Shows its readers something after each commit, as the services do.
private struct PublishingApplier: EventApplier {
    let topics: [Topic] = [.sheets]
    let publish: @Sendable () -> Void

    init(publish: @escaping @Sendable () -> Void) {
        self.publish = publish
    }

    func apply(_ events: [ReceivedEvent], in db: Database) throws -> [EventRefusal] {
        db.afterNextTransaction { _ in publish() }
        return []
    }
}
