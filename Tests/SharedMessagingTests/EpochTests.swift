import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("Whether what a subscriber has is from this log", .timeLimit(.minutes(1)))
struct EpochTests {
    private let rig: Rig
    /// Of a subscriber that has ten sheets, of which the producer's older copy holds the first eight.
    private let subscriber: Store

    init() throws {
        rig = try Rig()
        subscriber = try rig.subscriberStore()
    }

    @Test(
        "a log that was put back, grew past what it lost and was started again gets a new identity all the same",
        arguments: [2, 3, 5], [1, 2])
    func outgrown(by grown: Int, startedAgain times: Int) async throws {
        let lost = try await losesTwoSheets()
        var store = try rig.producerStore("older")
        var outbox = try await rig.outbox(store)
        let later = (20..<20 + grown).map { $0 }
        try await rig.append(later.map { try Rig.event($0) }, to: outbox)
        for _ in 0..<times {
            await store.close()
            store = try rig.producerStore("older")
            outbox = try await rig.outbox(store)
        }
        #expect(try await outbox.logID == lost)
        try await deliver(outbox)
        #expect(try await outbox.logID != lost)
        #expect(try await applied(in: subscriber) == (Array(0...9) + Array(0...7) + later).map(Rig.key))
        #expect(try await LogStanding.load(from: subscriber).isCaughtUp(with: .sheets))
        // And that was all.
        let renewed = try await outbox.logID
        await store.close()
        let reopened = try await rig.outbox(try rig.producerStore("older"))
        try await rig.append(30...30, to: reopened)
        try await deliver(reopened)
        #expect(try await reopened.logID == renewed)
        #expect(try await applied(in: subscriber).suffix(2) == [Rig.key(later[grown - 1]), Rig.key(30)])
    }

    @Test("also when the events that took the place of the lost ones were compacted before they met")
    func compactedBefore() async throws {
        let lost = try await losesTwoSheets()
        let outbox = try await rig.outbox(try rig.producerStore("older"))
        try await rig.append([20, 21].map { try Rig.event($0) }, to: outbox)
        try await rig.append([20, 21].map { try Rig.event($0, price: "1.2") }, to: outbox)
        try await deliver(outbox, to: try rig.subscriberStore("other"), named: "other")
        let cutoff = rig.time.now.advanced(by: .seconds(1))
        #expect(try await outbox.compact(olderThan: cutoff, readBy: ["other"]) == 2)
        #expect(try await outbox.logID == lost)
        try await deliver(outbox)
        #expect(try await outbox.logID != lost)
        #expect(try await applied(in: subscriber) == (Array(0...9) + Array(0...7) + [20, 21]).map(Rig.key))
    }

    @Test("a subscriber that is put back goes on from where it was, also after the event it stands at was compacted")
    func subscriberPutBack() async throws {
        let producer = try rig.producerStore()
        let outbox = try await rig.outbox(producer)
        try await rig.append(0...3, to: outbox)
        try await deliver(outbox)
        try await subscriber.backup(to: rig.directory.file("before.sqlite"))
        try await rig.append([Rig.event(3, price: "1.2"), Rig.event(4)], to: outbox)
        try await deliver(outbox)
        let cutoff = rig.time.now.advanced(by: .seconds(1))
        #expect(try await outbox.compact(olderThan: cutoff, readBy: ["subscriber"]) == 1)
        let identity = try await outbox.logID
        await producer.close()

        let reopened = try await rig.outbox(try rig.producerStore())
        let before = try rig.subscriberStore("before")
        try await deliver(reopened, to: before)
        #expect(try await applied(in: before) == [0, 1, 2, 3, 3, 4].map(Rig.key))
        #expect(try await reopened.logID == identity)
    }

    @Test("both put back to when they agreed go on from there; the lost sheets are missed by neither")
    func bothPutBack() async throws {
        let lost = try await losesTwoSheets()
        let store = try rig.producerStore("older")
        let outbox = try await rig.outbox(store)
        try await rig.append(20...22, to: outbox)
        let early = try rig.subscriberStore("early")
        try await deliver(outbox, to: early)
        #expect(try await applied(in: early) == (Array(0...7) + [20, 21, 22]).map(Rig.key))
        #expect(try await outbox.logID == lost)
    }

    @Test("a subscriber put back to before the new identity gets everything under it")
    func identityUnknown() async throws {
        let lost = try await losesTwoSheets()
        try await subscriber.backup(to: rig.directory.file("before.sqlite"))
        let store = try rig.producerStore("older")
        let outbox = try await rig.outbox(store)
        try await deliver(outbox)
        await store.close()
        let renewed = try await rig.outbox(try rig.producerStore("older"))
        #expect(try await renewed.logID != lost)
        let before = try rig.subscriberStore("before")
        try await deliver(renewed, to: before)
        #expect(try await applied(in: before) == (Array(0...9) + Array(0...7)).map(Rig.key))
    }

    @Test("a subscriber that does not say the epoch is believed up to the head, and one of another epoch nowhere")
    func unsaid() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(0...2, to: outbox)
        try await rig.append([Rig.priceEvent(0)], to: outbox)
        #expect(try await outbox.departure(of: [.sheets: 0, .prices: 4]) == nil)
        #expect(try await outbox.departure(of: [.sheets: 3]) == nil)
        let beyond = try await outbox.departure(of: [.sheets: 4])
        #expect(beyond == Outbox.Departure(topic: .sheets, position: 4, head: 3))
        #expect(try await outbox.departure(of: [.sheets: .init(2, epoch: outbox.epoch)]) == nil)
        #expect(try await outbox.departure(of: [.sheets: .init(2, epoch: "another")]) != nil)
        #expect(try await outbox.departure(of: [.sheets: .init(.max, epoch: outbox.epoch)]) != nil)
    }

    @Test("every process has an epoch; what a store held before it had epochs is one of its own")
    func everyProcess() async throws {
        let older = try Store.open(
            at: rig.directory.file("producer.sqlite"), named: "producer", migrations: [Outbox.migration],
            logger: rig.logger)
        try await older.write { db in
            try db.execute(
                sql: """
                    INSERT INTO outbox (previous_sequence, topic, key, recorded_at, correlation_id, traceparent, body)
                    VALUES (0, 'rates.sheets', 'a', 1, '', '', x'')
                    """)
        }
        await older.close()
        var epochs: [String] = []
        for index in 0..<3 {
            let store = try rig.producerStore()
            let outbox = try await rig.outbox(store)
            // The second process records nothing.
            if index != 1 { for day in 0...1 { try await rig.append(day...day, to: outbox) } }
            epochs.append(outbox.epoch)
            if index == 2 {
                let events = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits())
                let said = events.map(\.epoch)
                #expect(said.suffix(4) == [epochs[0], epochs[0], epochs[2], epochs[2]])
                #expect(said.count == 5 && said[0].count == 32 && Set(said).count == 3)
                #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox_epoch") } == 3)
            }
            await store.close()
        }
        #expect(Set(epochs).count == 3)
    }

    @Test("positions survive the wire")
    func wire() {
        let positions: Positions = [.sheets: LogPosition(7126, epoch: "0f"), .prices: LogPosition(.max)]
        #expect(Positions(positions.message) == positions)
        #expect(positions.message.map(\.topic) == ["prices.editions", "rates.sheets"])
    }

    /// A producer records ten sheets and delivers them all; `older.sqlite` is its store as it was after eight, and
    /// `early.sqlite` the subscriber's as it was after five.
    /// - Returns: the identity of its log.
    private func losesTwoSheets() async throws -> String {
        let producer = try rig.producerStore()
        let outbox = try await rig.outbox(producer)
        try await rig.append(0...4, to: outbox)
        try await deliver(outbox)
        try await subscriber.backup(to: rig.directory.file("early.sqlite"))
        try await rig.append(5...7, to: outbox)
        try await producer.backup(to: rig.directory.file("older.sqlite"))
        try await rig.append(8...9, to: outbox)
        try await deliver(outbox)
        let identity = try await outbox.logID
        await producer.close()
        return identity
    }

    private func deliver(_ outbox: Outbox, to store: Store? = nil, named name: String = "subscriber") async throws {
        try await rig.relay(of: outbox, to: name, over: DirectTransport(rig.inbox(store ?? subscriber)))
            .deliverUntilIdle()
    }
}
