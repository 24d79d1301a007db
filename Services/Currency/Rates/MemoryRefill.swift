import SharedDomain
import Synchronization

/// Fills memory from the store, else from history, once for all the requests that come meanwhile. The first of them does
/// it, in its own task; when it leaves before it is done, the next one begins anew.
final class MemoryRefill: Sendable {
    /// How long all layers are left alone after none of them had rates.
    static let pauseAfterFailure = Duration.seconds(2)

    /// What a request has to do for the present state.
    private enum Step {
        case take(CurrencyHoldings.Contents)
        case ask
        case wait
        case giveUp
    }

    private struct State {
        var failedAt: Instant?
        /// When the store last had nothing to give.
        var lackedStoreAt: Instant?
        var isAsking = false
        var waiting: [CheckedContinuation<CurrencyHoldings.Contents?, Never>] = []
    }

    private let holdings: CurrencyHoldings
    private let store: CountedRateStore?
    private let history: PausingArchive?
    private let time: TimeSource
    private let state = Mutex(State())

    init(holdings: CurrencyHoldings, store: CountedRateStore?, history: PausingArchive?, time: TimeSource) {
        self.holdings = holdings
        self.store = store
        self.history = history
        self.time = time
    }

    /// How many requests wait for what another one has asked for.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// The present state, which memory does not have.
    /// - Throws: `DATA_NOT_READY` when no layer has one.
    func state() async throws(ServiceError) -> CurrentState {
        while !Task.isCancelled {
            switch nextStep() {
            case .take(let contents):
                return CurrentState(contents: contents, isFromMemory: true)
            case .ask:
                if let found = await ask() { return CurrentState(contents: found, isFromMemory: false) }
            case .wait:
                if let found = await waitForAnswer() { return CurrentState(contents: found, isFromMemory: false) }
            case .giveUp:
                throw .dataNotReady("No exchange rates are held yet.")
            }
        }
        throw .dataNotReady("The request ended before exchange rates were found.")
    }

    /// What the store holds, which knows more than history, while memory has only what history gave; nil when it does
    /// not answer, or was asked a moment ago.
    func storeAgain() async -> CurrencyHoldings.Contents? {
        let isDue = state.withLock { state in
            if let lackedAt = state.lackedStoreAt, time.isWithin(Self.pauseAfterFailure, since: lackedAt) {
                return false
            }
            state.lackedStoreAt = time.now()
            return true
        }
        let generation = holdings.generation
        guard isDue, let stored = await store?.contents(), !stored.rates.isEmpty else { return nil }
        holdings.fill(with: stored, ifStill: generation)
        return stored
    }

    private func nextStep() -> Step {
        // Something may have come in meanwhile.
        if let contents = holdings.inMemory, !contents.rates.isEmpty { return .take(contents) }
        return state.withLock { state in
            if let failedAt = state.failedAt, time.isWithin(Self.pauseAfterFailure, since: failedAt) { return .giveUp }
            if state.isAsking { return .wait }
            state.isAsking = true
            return .ask
        }
    }

    private func ask() async -> CurrencyHoldings.Contents? {
        let generation = holdings.generation
        let found = await search()
        if let found { holdings.fill(with: found, ifStill: generation) }
        let isFailure = found == nil && !Task.isCancelled
        let waiting = state.withLock { state in
            let waiting = state.waiting
            state = State(
                failedAt: isFailure ? time.now() : nil,
                lackedStoreAt: found?.origin == .history ? time.now() : nil)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: found) }
        return found
    }

    private func search() async -> CurrencyHoldings.Contents? {
        if let stored = await store?.contents() { return stored }
        guard let sheets = await history?.recentSheets()?.sheets, !sheets.isEmpty else { return nil }
        return CurrencyHoldings.Contents(sheets: sheets, prices: holdings.prices, for: holdings)
    }

    /// As long as the other one may take, and no longer.
    private func waitForAnswer() async -> CurrencyHoldings.Contents? {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.isAsking { state.waiting.append(continuation) }
                return !state.isAsking
            }
            if isOver { continuation.resume(returning: nil) }
        }
    }
}

extension CurrencyHoldings.Contents {
    /// What history's sheets come to; nil where they are of no source that rates are taken from.
    fileprivate init?(sheets: [Sheet], prices: PriceHoldings, for holdings: CurrencyHoldings) {
        let bySource = Dictionary(grouping: sheets, by: \.source)
        let sources = holdings.preferences.collected.compactMap { bySource[$0].flatMap(RecentSheets.init) }
        guard !sources.isEmpty else { return nil }
        self.init(
            rates: RatesSnapshot(sources: sources, preferences: holdings.preferences, lookups: holdings.lookups),
            prices: prices, origin: .history)
    }
}
