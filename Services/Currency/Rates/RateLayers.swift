import Logging
import SharedDomain
import SharedMessaging
import SharedTelemetry

/// Where rates are looked for: memory, then the own store, then history. What one layer lacks, or does not answer, the
/// next one gives.
struct RateLayers: Sendable {
    /// The first of the layers.
    let holdings: CurrencyHoldings

    private let refill: MemoryRefill
    private let days: PastDays
    private let completeness: StoreCompleteness
    private let lookups: CacheCounters

    /// - Parameters:
    ///   - store: the second layer; nil leaves it out.
    ///   - history: the third layer; nil leaves it out.
    ///   - completeness: whether what the first two lack does not exist.
    ///   - metrics: where it counts how often each of them could answer.
    init(
        holdings: CurrencyHoldings, store: (any RateStore)? = nil, history: (any SheetArchive)? = nil,
        completeness: StoreCompleteness = StoreCompleteness(standing: LogStanding(), hasHistory: false),
        time: TimeSource = .system, logger: Logger = Logger(label: "currency.layers"),
        metrics: MetricsRegistry = MetricsRegistry()
    ) {
        self.holdings = holdings
        self.completeness = completeness
        lookups = CacheCounters(layer: RateLayer.memory.rawValue, metrics)
        let store = store.map { CountedRateStore(store: $0, logger: logger, metrics: metrics) }
        let history = history.map { PausingArchive(archive: $0, time: time, logger: logger, metrics: metrics) }
        refill = MemoryRefill(holdings: holdings, store: store, history: history, time: time)
        days = PastDays(preferences: holdings.preferences, store: store, history: history)
    }

    /// The present state, from the first layer that has one.
    /// - Throws: `DATA_NOT_READY` when none has.
    func current() async throws(ServiceError) -> CurrentState {
        if let contents = holdings.inMemory, !contents.rates.isEmpty {
            lookups.count(isHit: true)
            guard contents.origin == .history, let stored = await refill.storeAgain() else {
                return CurrentState(contents: contents, isFromMemory: true)
            }
            return CurrentState(contents: stored, isFromMemory: false)
        }
        lookups.count(isHit: false)
        return try await refill.state()
    }

    /// What is known of past days, whichever layers that takes: the store is read at most once, history is called at
    /// most once. What no layer said is told apart from what there is none of.
    func past(_ days: Set<Day>) async -> PastRates {
        // Before memory is looked at, which only ever becomes more.
        let isComplete = completeness.isComplete
        let rates = await self.days.rates(days, memory: holdings.inMemory, isComplete: isComplete)
        lookups.count(isHit: rates.isFromMemory)
        return rates
    }

    /// How many requests wait for what another one has asked the store or history for.
    var waitingCount: Int { refill.waitingCount }
}

/// The present state, and where it was found.
struct CurrentState: Sendable {
    let contents: CurrencyHoldings.Contents
    /// Whether memory had it; an answer from elsewhere is not kept.
    let isFromMemory: Bool
}
