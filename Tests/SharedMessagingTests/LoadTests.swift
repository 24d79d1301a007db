import GRDB
import SharedContracts
import SharedDatabase
import SharedTesting
import Testing

@testable import SharedMessaging

@Suite("A subscriber of a log that is being filled for the first time", .timeLimit(.minutes(1)))
struct LoadTests {
    private let rig: Rig
    private let store: Store
    private let standing = LogStanding()

    init() throws {
        rig = try Rig()
        store = try rig.subscriberStore()
    }

    @Test("it does not take all that there is so far for all that there is, until the load has ended")
    func pieceByPiece() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        outbox.loads.begin("ecb")
        outbox.loads.begin("bigmac")
        // Before the first piece too: the log is empty, and that is not all.
        try await deliver(outbox)
        #expect(try await !isCaughtUp)
        for piece in 0..<3 {
            try await rig.append(piece * 4...piece * 4 + 3, to: outbox)
            try await deliver(outbox)
            #expect(try await !isCaughtUp)
        }
        #expect(try await applied(in: store) == (0...11).map(Rig.key))
        outbox.endLoad("ecb")
        try await deliver(outbox)
        #expect(try await !isCaughtUp)
        var news = outbox.appended.changes().makeAsyncIterator()
        outbox.endLoad("bigmac")
        // So that nobody waits for the next round.
        #expect(await news.next() != nil)
        try await deliver(outbox)
        #expect(try await isCaughtUp)
    }

    @Test("of a producer that was killed in the middle and loads nothing any more, it has what the log holds")
    func givenUp() async throws {
        let producer = try rig.producerStore()
        let outbox = try await rig.outbox(producer)
        outbox.loads.begin("ecb")
        try await rig.append(0...3, to: outbox)
        try await deliver(outbox)
        #expect(try await !isCaughtUp)
        await producer.close()
        let reopened = try await rig.outbox(try rig.producerStore())
        try await deliver(reopened)
        #expect(try await isCaughtUp)
    }

    @Test("what it is told late changes nothing")
    func overtaken() async throws {
        try await tell([.sheets: 0], isLoading: true)
        #expect(try await !isCaughtUp)
        try await tell([.sheets: 0], isLoading: false)
        #expect(try await isCaughtUp)
        try await tell([.sheets: 3], isLoading: true)
        try await tell([.sheets: 2], isLoading: false)
        let rows = try await store.read { try Bool.fetchAll($0, sql: "SELECT is_loading FROM inbox_head") }
        #expect(rows == [true])
        // A log that takes the place of this one says so of itself.
        _ = try await rig.inbox(store, standing: standing).positions(producer: "p", logID: "y", heads: [.sheets: 0])
        #expect(try await isCaughtUp)
    }

    private func tell(_ sequences: [Topic: UInt64], isLoading: Bool) async throws {
        _ = try await rig.inbox(store, standing: standing).positions(
            producer: "p", logID: "x", heads: LogHeads(sequences, isLoading: isLoading))
    }

    private func deliver(_ outbox: Outbox) async throws {
        try await rig.relay(of: outbox, over: DirectTransport(rig.inbox(store, standing: standing)))
            .deliverUntilIdle()
    }

    /// As it stands, and as it would after a start; both are the same.
    private var isCaughtUp: Bool {
        get async throws {
            let loaded = try await LogStanding.load(from: store).isCaughtUp(with: .sheets)
            let kept = standing.isCaughtUp(with: .sheets)
            guard loaded == kept else { throw TestFailure("in memory \(kept), in the store \(loaded)") }
            return kept
        }
    }
}
