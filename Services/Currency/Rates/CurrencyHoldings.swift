import SharedDomain
import SharedTelemetry
import Synchronization

/// What currency answers from, in memory: the state of the store at the last commit. A reader copies a reference.
final class CurrencyHoldings: Sendable {
    /// The state as of one commit.
    struct Contents: Sendable {
        let rates: RatesSnapshot
        let prices: PriceHoldings
        /// Between which days any source has quotes of a currency.
        var coverage: [CurrencyCode: ClosedRange<Day>] = [:]
    }

    /// The sources that rates are taken from, the preferred one first.
    let rateSources: [SourceID]

    /// Counts which questions the rates were asked before.
    let lookups: CacheCounters

    private let contents: Mutex<Contents>

    init(_ contents: Contents, rateSources: [SourceID], lookups: CacheCounters) {
        self.rateSources = rateSources
        self.lookups = lookups
        self.contents = Mutex(contents)
    }

    /// Everything, nil while memory holds nothing because it was dropped.
    var inMemory: Contents? { contents.withLock { $0 } }

    /// The latest rates.
    var rates: RatesSnapshot { contents.withLock { $0.rates } }

    /// The price editions that are held.
    var prices: PriceHoldings { contents.withLock { $0.prices } }

    /// Shows readers a newer state, one that is committed.
    func replace(with contents: Contents) {
        self.contents.withLock { $0 = contents }
    }
}
