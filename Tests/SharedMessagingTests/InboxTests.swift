import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("The inbox")
struct InboxTests {
    @Test("a batch that comes twice is applied once")
    func duplicate() async throws {
        let rig = try Rig()
        let (batch, inbox, store) = try await delivered(rig, days: 0...4)
        _ = try await inbox.receive(batch)
        let again = try await inbox.receive(batch)
        #expect(again.positions == [.sheets: LogPosition(5, epoch: batch.events[4].epoch)])
        #expect(try await applied(in: store) == (0...4).map(Rig.key))
    }

    @Test("a batch that overlaps what is applied adds only the rest")
    func overlap() async throws {
        let rig = try Rig()
        let (batch, inbox, store) = try await delivered(rig, days: 0...4)
        _ = try await inbox.receive(part(of: batch, 0..<3))
        _ = try await inbox.receive(part(of: batch, 1..<5))
        #expect(try await applied(in: store) == (0...4).map(Rig.key))
    }

    @Test("a batch after a gap is refused whole, and says what is missing")
    func gap() async throws {
        let rig = try Rig()
        let (batch, inbox, store) = try await delivered(rig, days: 0...4)
        _ = try await inbox.receive(part(of: batch, 0..<1))
        await #expect(throws: BatchOutOfOrder(topic: "rates.sheets", previous: 2, applied: 1)) {
            try await inbox.receive(part(of: batch, 2..<5))
        }
        #expect(try await applied(in: store) == [Rig.key(0)])
    }

    @Test("an event without a body that is known is refused for good, and the rest is applied")
    func unknownBody() async throws {
        let rig = try Rig()
        let (batch, inbox, store) = try await delivered(rig, days: 0...2)
        var events = batch.events
        events[1].body = nil
        let receipt = try await inbox.receive(
            EventBatch(producer: batch.producer, logID: batch.logID, events: events))
        #expect(receipt.refusals.map(\.sequence) == [2])
        #expect(receipt.positions.mapValues(\.sequence) == [.sheets: 3])
        #expect(try await applied(in: store) == [Rig.key(0), Rig.key(2)])
    }

    @Test("a new log of the same producer is met from its start")
    func newLog() async throws {
        let rig = try Rig()
        let (batch, inbox, _) = try await delivered(rig, days: 0...4)
        _ = try await inbox.receive(batch)
        #expect(try await inbox.positions(producer: Rig.producer, logID: "another") == [.sheets: 0])
        let known = try await inbox.positions(producer: Rig.producer, logID: batch.logID)
        #expect(known.mapValues(\.sequence) == [.sheets: 5])
    }

    @Test("an epoch of more characters than one has is refused, with its batch")
    func longEpoch() async throws {
        let rig = try Rig()
        let (batch, inbox, store) = try await delivered(rig, days: 0...1)
        var events = batch.events
        events[1].epoch = String(repeating: "x", count: 65)
        await #expect(throws: ServiceError.self) {
            try await inbox.receive(EventBatch(producer: batch.producer, logID: batch.logID, events: events))
        }
        #expect(try await applied(in: store).isEmpty)
        events[1].epoch.removeLast()
        _ = try await inbox.receive(EventBatch(producer: batch.producer, logID: batch.logID, events: events))
        #expect(try await applied(in: store) == [Rig.key(0), Rig.key(1)])
    }

    @Test("a log without a name is refused")
    func unnamed() async throws {
        let rig = try Rig()
        let inbox = rig.inbox(try rig.subscriberStore())
        await #expect(throws: ServiceError.self) { try await inbox.positions(producer: "", logID: "x") }
        await #expect(throws: ServiceError.self) {
            try await inbox.positions(producer: "p", logID: String(repeating: "x", count: 65))
        }
    }

    /// The batch of a log with these days, and a fresh inbox.
    private func delivered(_ rig: Rig, days: ClosedRange<Int>) async throws -> (EventBatch, Inbox, Store) {
        let outbox = try await rig.outbox(try rig.producerStore())
        try await rig.append(days, to: outbox)
        let events = try await outbox.events(after: [.sheets: 0], limits: Outbox.BatchLimits())
        let store = try rig.subscriberStore()
        let logID = try await outbox.logID
        return (EventBatch(producer: Rig.producer, logID: logID, events: events), rig.inbox(store), store)
    }

    private func part(of batch: EventBatch, _ range: Range<Int>) -> EventBatch {
        EventBatch(producer: batch.producer, logID: batch.logID, events: Array(batch.events[range]))
    }
}
