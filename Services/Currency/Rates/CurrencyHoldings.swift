import SharedDomain
import SharedTelemetry
import Synchronization

/// What currency answers from, in memory: the state of the store at the last commit, or what history gave in its place.
/// A reader copies references.
final class CurrencyHoldings: Sendable {
    /// The state as of one commit.
    struct Contents: Sendable {
        let rates: RatesSnapshot
        let prices: PriceHoldings
        /// Between which days any of the sources that rates are taken from has quotes of a currency.
        var coverage: [CurrencyCode: ClosedRange<Day>] = [:]
        /// The same of every source by itself.
        var sourceCoverage = SourceCoverage()
        /// Which layer it was read from.
        var origin = RateLayer.store
    }

    /// Which state of memory something was found out in; another one follows every change.
    struct Generation: Sendable, Equatable {
        fileprivate var number: UInt64 = 0
    }

    private struct State {
        var contents: Contents?
        var generation = Generation()
        var observers: [@Sendable () -> Void] = []
    }

    /// Which sources rates are taken from.
    let preferences: RatePreferences

    /// Counts which questions the rates were asked before.
    let lookups: CacheCounters

    private let empty: RatesSnapshot
    private let state: Mutex<State>

    init(_ contents: Contents?, preferences: RatePreferences, lookups: CacheCounters) {
        self.preferences = preferences
        self.lookups = lookups
        empty = RatesSnapshot(sources: [], preferences: preferences, lookups: lookups)
        state = Mutex(State(contents: contents))
    }

    /// The sources that rates are taken from, the preferred one first.
    var rateSources: [SourceID] { preferences.sources }

    /// Everything, nil while memory holds nothing because it was dropped.
    var inMemory: Contents? { state.withLock { $0.contents } }

    /// The latest rates, nil while memory holds nothing because it was dropped.
    var ratesInMemory: RatesSnapshot? { state.withLock { $0.contents?.rates } }

    /// The latest rates; none while memory holds nothing.
    var rates: RatesSnapshot { ratesInMemory ?? empty }

    /// The price editions that are held; none while memory holds nothing.
    var prices: PriceHoldings { inMemory?.prices ?? .empty }

    /// Which state memory is in.
    var generation: Generation { state.withLock { $0.generation } }

    /// Has something called after every change of what is in memory, in whichever task makes it. It must not wait.
    func observe(_ observer: @escaping @Sendable () -> Void) {
        state.withLock { $0.observers.append(observer) }
    }

    /// Shows readers a newer state, one that is committed.
    func replace(with contents: Contents) {
        change { $0.contents = contents }
    }

    /// Shows readers what another layer gave, unless memory has changed since that layer was asked: then what it holds
    /// is newer.
    func fill(with contents: Contents, ifStill generation: Generation) {
        change { if $0.generation == generation { $0.contents = contents } }
    }

    /// Forgets everything, and gives back what there was.
    func drop() -> Contents? {
        change { state in
            defer { state.contents = nil }
            return state.contents
        }
    }

    private func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        let (result, observers) = state.withLock { state in
            let result = body(&state)
            state.generation.number += 1
            return (result, state.observers)
        }
        for observer in observers { observer() }
        return result
    }
}

extension PriceHoldings {
    /// No edition of any item.
    static let empty = PriceHoldings()
}
