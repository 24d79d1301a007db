import Logging
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("A producer whose store is put back to an older state", .timeLimit(.minutes(1)))
struct RestoredLogTests {
    private let logs = RecordedLogs()

    @Test(
        "every subscriber gets all that the log holds, once, however far the log has grown again before they are met",
        arguments: 0...4)
    func restored(grown: Int) async throws {
        let rig = try Rig()
        let stores = [try rig.subscriberStore("first"), try rig.subscriberStore("second")]
        let identity = try await losesTwoSheets(rig, subscribers: stores)

        let outbox = try await rig.outbox(try rig.producerStore("older"))
        #expect(try await outbox.logID == identity)
        let later = (20..<20 + grown).map { $0 }
        try await rig.append(later.map { try Rig.event($0) }, to: outbox)
        let relays = stores.enumerated().map { place, store in
            relay(of: outbox, to: "\(place)", rig, over: DirectTransport(rig.inbox(store)))
        }
        try await relays[0].deliverUntilIdle()
        let renewed = try await outbox.logID
        #expect(renewed != identity)
        try await relays[1].deliverUntilIdle()
        #expect(try await outbox.logID == renewed)

        try await rig.append(30...30, to: outbox)
        for relay in relays { try await relay.deliverUntilIdle() }
        for store in stores {
            let keys = (Array(0...9) + Array(0...7) + later + [30]).map(Rig.key)
            #expect(try await applied(in: store) == keys)
            #expect(try await LogStanding.load(from: store).isCaughtUp(with: .sheets))
        }
        #expect(try await outbox.progress(of: ["0", "1"]).map(\.pending) == [0, 0])
        #expect(try await outbox.logID == renewed)
        #expect(logs.messages(at: .notice).count == 1)
        let notice = try #require(logs.lines.first { $0.level == .notice })
        #expect(notice.metadata["position"] == "10" && notice.metadata["head"] == "\(8 + grown)")
        #expect(notice.metadata["log_id_before"] == identity && notice.metadata["log_id"] == renewed)
    }

    @Test("two relays that both learn of it under the old identity make one new identity")
    func meanwhileAsked() async throws {
        let rig = try Rig()
        let stores = [try rig.subscriberStore("first"), try rig.subscriberStore("second")]
        _ = try await losesTwoSheets(rig, subscribers: stores)
        let outbox = try await rig.outbox(try rig.producerStore("older"))
        let other = relay(of: outbox, to: "0", rig, over: DirectTransport(rig.inbox(stores[0])))
        let transport = MeanwhileTransport(rig.inbox(stores[1]), afterPositions: { try await other.deliverUntilIdle() })
        try await relay(of: outbox, to: "1", rig, over: transport).deliverUntilIdle()
        for store in stores {
            #expect(try await applied(in: store) == (Array(0...9) + Array(0...7)).map(Rig.key))
        }
        #expect(logs.messages(at: .notice).count == 1)
    }

    @Test("a relay that is in the middle of a delivery then begins anew, and notes nothing of the old log")
    func meanwhileDelivering() async throws {
        let rig = try Rig()
        let stores = [try rig.subscriberStore("first"), try rig.subscriberStore("second")]
        _ = try await losesTwoSheets(rig, subscribers: [stores[0]])
        let outbox = try await rig.outbox(try rig.producerStore("older"))
        let other = relay(of: outbox, to: "0", rig, over: DirectTransport(rig.inbox(stores[0])))
        let transport = MeanwhileTransport(rig.inbox(stores[1]), afterDelivery: { try await other.deliverUntilIdle() })
        try await relay(of: outbox, to: "1", rig, over: transport).deliverUntilIdle()
        // A batch is three.
        #expect(try await applied(in: stores[1]) == (Array(0...2) + Array(0...7)).map(Rig.key))
        #expect(try await applied(in: stores[0]) == (Array(0...9) + Array(0...7)).map(Rig.key))
        #expect(try await outbox.progress(of: ["0", "1"]).map(\.acknowledgedSequence) == [8, 8])
        #expect(logs.messages(at: .notice).count == 1)
    }

    @Test(
        "killed before the new identity is committed, or between that and the first delivery, it goes on from there",
        arguments: [FaultPoint.producerBeforeCommit, .relayBeforeDeliver])
    func killed(at point: FaultPoint) async throws {
        let rig = try Rig()
        let stores = [try rig.subscriberStore("first"), try rig.subscriberStore("second")]
        let identity = try await losesTwoSheets(rig, subscribers: stores)
        var dying = rig
        dying.faults = FaultPlan(point, occurrence: 1).injector
        let killed = try rig.producerStore("older")
        let before = try await dying.outbox(killed)
        await #expect(throws: Crash.self) {
            try await relay(of: before, to: "0", rig, over: DirectTransport(rig.inbox(stores[0]))).deliverUntilIdle()
        }
        let left = try await before.logID
        #expect((left == identity) == (point == .producerBeforeCommit))
        await killed.close()

        let outbox = try await rig.outbox(try rig.producerStore("older"))
        for (place, store) in stores.enumerated() {
            try await relay(of: outbox, to: "\(place)", rig, over: DirectTransport(rig.inbox(store))).deliverUntilIdle()
            #expect(try await applied(in: store) == (Array(0...9) + Array(0...7)).map(Rig.key))
        }
        #expect(try await outbox.logID != identity)
        #expect(logs.messages(at: .notice).count == 1)
    }

    @Test("a log that was started again as it was keeps its identity, also when an answer was lost")
    func startedAgain() async throws {
        var rig = try Rig()
        let store = try rig.subscriberStore()
        let first = try rig.producerStore()
        rig.faults = FaultPlan(.relayAfterDeliver, occurrence: 2).injector
        let outbox = try await rig.outbox(first)
        let identity = try await outbox.logID
        let transport = DirectTransport(rig.inbox(store))
        try await rig.append(0...1, to: outbox)
        try await relay(of: outbox, to: "0", rig, over: transport).deliverUntilIdle()
        try await rig.append(2...3, to: outbox)
        await #expect(throws: Crash.self) {
            try await relay(of: outbox, to: "0", rig, over: transport).deliverUntilIdle()
        }
        // What it sent since it opened the store, a subscriber may have.
        try await relay(of: outbox, to: "0", rig, over: transport).deliverUntilIdle()
        await first.close()

        let reopened = try await rig.outbox(try rig.producerStore())
        try await relay(of: reopened, to: "0", rig, over: transport).deliverUntilIdle()
        try await rig.append(4...4, to: reopened)
        try await relay(of: reopened, to: "0", rig, over: transport).deliverUntilIdle()
        #expect(try await reopened.logID == identity)
        #expect(try await applied(in: store) == (0...4).map(Rig.key))
        #expect(logs.messages(at: .notice).isEmpty)
    }

    @Test("nothing is compacted before every subscriber has the log anew, and a dead letter waits once")
    func kept() async throws {
        let rig = try Rig()
        let store = try rig.subscriberStore()
        let unwanted = RecordingApplier(refusedDays: [Rig.start.adding(days: 1)])
        let producer = try rig.producerStore()
        let lost = try await rig.outbox(producer)
        let transport = DirectTransport(rig.inbox(store, unwanted))
        try await rig.append(0...2, to: lost)
        try await rig.append([Rig.event(0, price: "1.2")], to: lost)
        try await relay(of: lost, to: "0", rig, over: transport).deliverUntilIdle()
        try await producer.backup(to: rig.directory.file("older.sqlite"))
        try await rig.append(3...3, to: lost)
        try await relay(of: lost, to: "0", rig, over: transport).deliverUntilIdle()

        let outbox = try await rig.outbox(try rig.producerStore("older"))
        let cutoff = rig.time.now.advanced(by: .seconds(1))
        let identity = try await outbox.logID
        #expect(try await outbox.renew(replacing: "another", at: rig.time.now) == nil)
        #expect(try await outbox.logID == identity)
        #expect(try await outbox.renew(replacing: identity, at: rig.time.now) != nil)
        #expect(try await outbox.renew(replacing: identity, at: rig.time.now) == nil)
        #expect(try await outbox.progress(of: ["0"]).map(\.pending) == [4])
        #expect(try await outbox.compact(olderThan: cutoff, readBy: ["0"]) == 0)
        try await relay(of: outbox, to: "0", rig, over: transport).deliverUntilIdle()
        #expect(try await outbox.deadLetters(limit: 10).map(\.sequence) == [2])
        #expect(try await outbox.compact(olderThan: cutoff, readBy: ["0"]) == 1)
        #expect(try await applied(in: store) == [0, 2, 0, 3, 0, 2, 0].map(Rig.key))
    }

    @Test("a subscriber that claims more than there is under every identity brings about one new identity and no more")
    func mistaken() async throws {
        let rig = try Rig()
        let outbox = try await rig.outbox(try rig.producerStore())
        let identity = try await outbox.logID
        let relay = relay(of: outbox, to: "0", rig, over: BoastingTransport())
        await #expect(throws: ServiceError.self) { try await relay.deliverUntilIdle() }
        let renewed = try await outbox.logID
        #expect(renewed != identity)
        await #expect(throws: ServiceError.self) { try await relay.deliverUntilIdle() }
        #expect(try await outbox.logID == renewed)
        #expect(!relay.hasMetSubscriber)
    }

    /// A producer records ten sheets and delivers them all; `older.sqlite` is its store as it was after eight.
    /// - Returns: the identity of its log.
    private func losesTwoSheets(_ rig: Rig, subscribers: [Store]) async throws -> String {
        let producer = try rig.producerStore()
        let outbox = try await rig.outbox(producer)
        try await rig.append(0...7, to: outbox)
        try await producer.backup(to: rig.directory.file("older.sqlite"))
        try await rig.append(8...9, to: outbox)
        for (place, store) in subscribers.enumerated() {
            try await relay(of: outbox, to: "\(place)", rig, over: DirectTransport(rig.inbox(store))).deliverUntilIdle()
        }
        return try await outbox.logID
    }

    private func relay(
        of outbox: Outbox, to subscriber: String, _ rig: Rig, over transport: any EventTransport
    ) -> Relay {
        Relay(
            of: outbox, to: subscriber, over: transport, pace: Relay.Pace(batch: Outbox.BatchLimits(events: 3)),
            time: rig.time.source, logger: logs.logger)
    }
}

/// Hands everything to an inbox, and has something done once, between an answer and its arrival.
private actor MeanwhileTransport: EventTransport {
    typealias Work = @Sendable () async throws -> Void

    private let inbox: Inbox
    private var afterPositions: Work?
    private var afterDelivery: Work?

    init(_ inbox: Inbox, afterPositions: Work? = nil, afterDelivery: Work? = nil) {
        self.inbox = inbox
        self.afterPositions = afterPositions
        self.afterDelivery = afterDelivery
    }

    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions {
        let positions = try await inbox.positions(producer: producer, logID: logID, heads: heads)
        let work = afterPositions
        afterPositions = nil
        try await work?()
        return positions
    }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        let receipt = try await inbox.receive(batch)
        let work = afterDelivery
        afterDelivery = nil
        try await work?()
        return receipt
    }
}

/// A subscriber that says the same of every log.
private struct BoastingTransport: EventTransport {
    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions { [.sheets: 99] }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt { throw Crash() }
}
