import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTelemetry
import SharedTesting
import Synchronization

@testable import CurrencyService

/// The service without its servers: a store of its own, what is held in memory, and the door that events come in by.
final class Bench: Sendable {
    let store: Store
    let holdings: CurrencyHoldings
    let time = HandMovedTime()
    let metrics = MetricsRegistry()
    private let inbox: Inbox
    private let log = Mutex(TestLog())

    init(_ store: Store, rateSources: [SourceID] = [.ecb], faults: @escaping FaultInjector = noFaults) async throws {
        self.store = store
        holdings = try await CurrencyHoldings.load(from: store, rateSources: rateSources, metrics: metrics)
        inbox = Inbox(
            store: store, applier: CurrencyEventApplier(holdings: holdings), faults: faults,
            logger: RecordedLogs().logger)
    }

    /// What can be asked, over what is held.
    var useCases: CurrencyUseCases {
        CurrencyUseCases(layers: RateLayers(holdings: holdings), time: time.source)
    }

    var rpc: CurrencyRatesService { useCases.rpcService }

    var rates: LatestRates { useCases.rates }

    /// Delivers facts in one batch, as the ingestor would.
    @discardableResult
    func receive(_ facts: [EventBody], recordedAt: Instant = ECBFile.recordedAt) async throws -> DeliveryReceipt {
        try await inbox.receive(log.withLock { $0.batch(facts, recordedAt: recordedAt) })
    }

    /// Delivers sheets in the batch that failed last, which the producer sends once more.
    func receiveAgain(_ sheets: [Sheet]) async throws {
        log.withLock { $0 = TestLog() }
        try await receive(sheets)
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

    /// The latest prices of those currencies, or of all.
    func answer(
        _ symbols: [String]? = nil, in base: String = "KRW", digits: Int = 10
    ) async throws -> LatestAnswer {
        let codes = try symbols?.map(code)
        return try await rates.answer(LatestQuestion(base: code(base), symbols: codes, significantDigits: digits))
    }

    /// Every row of rates and prices, in the order of their keys.
    func rows() async throws -> [String] {
        try await store.read { db in
            try ["sheet", "quote", "price_edition", "price"].flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}

/// Runs `body` with a bench over a store of its own.
func withBench<Result>(
    rateSources: [SourceID] = [.ecb], faults: @escaping FaultInjector = noFaults,
    isolation: isolated (any Actor)? = #isolation, _ body: (Bench) async throws -> Result
) async throws -> Result {
    try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
        try await body(Bench(store, rateSources: rateSources, faults: faults))
    }
}
