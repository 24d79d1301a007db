import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTesting
import Synchronization

@testable import HistoryService

/// The service without its servers: a store of its own, what is held in memory, and the door that events come in by.
final class Bench: Sendable {
    let store: Store
    let memory: SeriesMemory
    private let inbox: Inbox
    private let log = Mutex(TestLog())

    init(_ store: Store, faults: @escaping FaultInjector = noFaults) async throws {
        self.store = store
        memory = try await SeriesMemory.load(from: store)
        inbox = Inbox(
            store: store, applier: SheetRecorder(memory: memory), faults: faults, logger: RecordedLogs().logger)
    }

    var reader: SeriesReader { SeriesReader(memory: memory) }

    /// Delivers facts in one batch, as the ingestor would.
    @discardableResult
    func receive(_ facts: [EventBody]) async throws -> DeliveryReceipt {
        try await inbox.receive(log.withLock { $0.batch(facts) })
    }

    /// Delivers sheets in one batch.
    @discardableResult
    func receive(_ sheets: [Sheet]) async throws -> DeliveryReceipt {
        try await receive(sheets.map(EventBody.sheet))
    }

    /// Delivers sheets in batches of that many.
    func receive(_ sheets: [Sheet], inBatchesOf size: Int) async throws {
        for start in stride(from: 0, to: sheets.count, by: size) {
            try await receive(Array(sheets[start..<min(start + size, sheets.count)]))
        }
    }

    /// Begins a new log, as a producer does that lost its store or repeats the batch that failed.
    func beginNewLog() {
        log.withLock { $0 = TestLog(number: $0.number + 1) }
    }

    /// The points of a series as `day rate`.
    func points(_ target: String, in base: String = "KRW", _ window: String = "max") throws -> [String] {
        try reader.series(question(target, in: base, window)).texts
    }

    /// Every row of sheets and observations, in the order of their keys.
    func rows() async throws -> [String] {
        try await store.read { db in
            try ["sheet", "observation"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
            }
        }
    }

    /// The observations of a currency on a day, in the order they were recorded: coefficient and exponent, or the word
    /// that it was withdrawn; and how many milliseconds after the rest.
    func observations(_ currency: String, on date: String) async throws -> [String] {
        let number = try day(date).number
        return try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT coalesce(coefficient || 'e' || exponent, 'withdrawn'), recorded_at FROM observation
                    WHERE currency = ? AND day = ? ORDER BY recorded_at
                    """, arguments: [currency, number]
            ).map { "\($0[0] as String) +\($0[1] as Int64 - ECBFile.recordedAt.milliseconds)" }
        }
    }
}

/// Runs `body` with a bench over a store of its own.
func withBench<Result>(
    faults: @escaping FaultInjector = noFaults, isolation: isolated (any Actor)? = #isolation,
    _ body: (Bench) async throws -> Result
) async throws -> Result {
    try await withTemporaryStore(named: "history", migrations: HistoryMigrations.all) { store in
        try await body(Bench(store, faults: faults))
    }
}

/// A producer's log that numbers its events.
private struct TestLog {
    var number = 1
    private var sequence: UInt64 = 0

    init(number: Int = 1) {
        self.number = number
    }

    mutating func batch(_ facts: [EventBody]) -> EventBatch {
        let events = facts.map { fact in
            var event = EventsV1Event()
            event.previousSequence = sequence
            sequence += 1
            event.sequence = sequence
            event.topic = Topic.sheets.rawValue
            event.recordedAt = ECBFile.recordedAt.milliseconds
            event.body = EventsV1Event.OneOf_Body(fact)
            return event
        }
        return EventBatch(producer: "ingestor", logID: "log-\(number)", events: events)
    }
}
