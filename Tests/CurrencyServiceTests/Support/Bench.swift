import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedHTTP
import SharedMessaging
import SharedTelemetry
import SharedTesting
import Synchronization

@testable import CurrencyService

/// The service without its servers: a store of its own, what is held in memory, and the door that events come in by.
final class Bench: Sendable {
    let store: Store
    let holdings: CurrencyHoldings
    let time: HandMovedTime
    let metrics = MetricsRegistry()
    let logs = RecordedLogs()
    /// The second layer, which a test watches and takes away.
    let ownStore: WatchedStore
    let layers: RateLayers
    /// What can be asked, over what is held.
    let useCases: CurrencyUseCases
    /// The answers that the edge keeps.
    let caches: EdgeCaches
    let inbox: Inbox
    /// Whether the store has everything that was published.
    let completeness: StoreCompleteness
    private let log = Mutex(TestLog())

    init(
        _ store: Store, preferences: RatePreferences, history: (any SheetArchive)? = nil,
        time: HandMovedTime = HandMovedTime(), faults: @escaping FaultInjector = noFaults
    ) async throws {
        self.store = store
        self.time = time
        holdings = try await CurrencyHoldings.load(from: store, preferences: preferences, metrics: metrics)
        ownStore = WatchedStore(StoredRates(store: store, holdings: holdings))
        let standing = try await LogStanding.load(from: store)
        completeness = StoreCompleteness(standing: standing, hasHistory: history != nil)
        layers = RateLayers(
            holdings: holdings, store: ownStore, history: history, completeness: completeness, time: time.source,
            logger: logs.logger,
            metrics: metrics)
        let caches = EdgeCaches(metrics: MetricsRegistry())
        self.caches = caches
        useCases = CurrencyUseCases(
            layers: layers, time: time.source, metrics: metrics, dropAnswers: { caches.clear() })
        inbox = Inbox(
            store: store, applier: CurrencyEventApplier(holdings: holdings), standing: standing, faults: faults,
            logger: RecordedLogs().logger)
    }

    var rpc: CurrencyRatesService { useCases.rpcService }

    var rates: LatestRates { useCases.rates }

    /// Delivers facts in one batch, as the ingestor would.
    /// - Parameter head: how many events its log has; nil where it does not say.
    @discardableResult
    func receive(
        _ facts: [EventBody], recordedAt: Instant = ECBFile.recordedAt, head: UInt64? = nil
    ) async throws -> DeliveryReceipt {
        try await inbox.receive(log.withLock { $0.batch(facts, recordedAt: recordedAt, head: head) })
    }

    /// Begins another log, as a producer does that lost its store.
    func beginNewLog() {
        log.withLock { $0 = TestLog(logID: "log-2") }
    }

    /// Delivers sheets in the batch that failed last, which the producer sends once more.
    func receiveAgain(_ sheets: [Sheet]) async throws {
        log.withLock { $0 = TestLog() }
        try await receive(sheets)
    }

    /// Delivers sheets in one batch.
    @discardableResult
    func receive(_ sheets: [Sheet], head: UInt64? = nil) async throws -> DeliveryReceipt {
        try await receive(sheets.map(EventBody.sheet), head: head)
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

    /// The price of one unit of a currency on a past day, at ten digits.
    func past(_ currency: String, in base: String = "KRW", on date: String) async throws -> String {
        let day = try day(date)
        let cross = try await layers.past([day]).served(
            code(currency), in: code(base), on: day, at: time.now
        ).cross
        return try cross.ratio.rounded(significantDigits: 10, mode: .halfUp).description
    }

    /// Every row of rates and prices, in the order of their keys.
    func rows(of tables: [String] = ["sheet", "quote", "price_edition", "price"]) async throws -> [String] {
        try await store.read { db in
            try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}

/// Runs `body` with a bench over a store of its own, and a history that answers and has nothing.
func withBench<Result>(
    rateSources: [SourceID] = [.ecb], faults: @escaping FaultInjector = noFaults,
    isolation: isolated (any Actor)? = #isolation, _ body: (Bench) async throws -> Result
) async throws -> Result {
    try await withBench(
        preferences: RatePreferences(sources: rateSources), history: EmptyArchive(), faults: faults, body)
}

/// A history that answers and has nothing.
struct EmptyArchive: SheetArchive {
    func recentSheets(daysBeforeNewest: Int) async throws -> ArchivedSheets {
        ArchivedSheets(sheets: [], isReplaying: false)
    }

    func sheets(in ranges: [ClosedRange<Day>]) async throws -> ArchivedSheets {
        ArchivedSheets(sheets: [], isReplaying: false)
    }
}

/// The same with rules for pairs, and with the history that is given; nil is none that answers.
func withBench<Result>(
    preferences: RatePreferences, history: (any SheetArchive)? = nil, time: HandMovedTime = HandMovedTime(),
    faults: @escaping FaultInjector = noFaults, isolation: isolated (any Actor)? = #isolation,
    _ body: (Bench) async throws -> Result
) async throws -> Result {
    try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
        try await body(Bench(store, preferences: preferences, history: history, time: time, faults: faults))
    }
}
