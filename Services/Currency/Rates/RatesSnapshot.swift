import SharedDomain
import SharedHTTP
import SharedTelemetry
import Synchronization

/// The latest rates as of one commit. What it answers never changes; what it has computed for one question it keeps
/// for the next.
final class RatesSnapshot: Sendable {
    /// The sources that rates are taken from, the preferred one first; those that nothing is held of are left out.
    let sources: [RecentSheets]
    /// The currencies that have a rate, by code.
    let currencies: [CurrencyCode]

    /// Which of them price a pair, and in which order.
    let preferences: RatePreferences

    private let mostPercent: ExactRatio
    private let versions: RatesVersions
    private let lookups: CacheCounters

    private struct Computed {
        /// By base: at most one entry for each currency held.
        var pairs: [CurrencyCode: [CurrencyCode: PairRates]] = [:]
        /// At most one entry for each currency held and each precision that can be asked for.
        var tables: [Question: RateTable] = [:]
    }

    private let computed = Mutex(Computed())

    /// The rates of these sources.
    /// - Parameters:
    ///   - preferences: their order; by default the one that they are given in.
    ///   - lookups: counts which questions were computed before.
    init(sources: [RecentSheets], preferences: RatePreferences? = nil, lookups: CacheCounters) {
        let preferences = preferences ?? RatePreferences(sources: sources.map(\.source))
        self.sources = sources
        self.preferences = preferences
        self.lookups = lookups
        mostPercent = ExactRatio(preferences.disagreementPercent)
        versions = RatesVersions(of: sources, preferences)
        currencies = Self.currencies(of: sources, preferences)
    }

    /// Whether there are no rates at all.
    var isEmpty: Bool { sources.isEmpty }

    /// The name of the content: the same after a restart and at every replica that took in the same events.
    var fingerprint: String { versions.fingerprint }

    /// How many tables were computed and are kept.
    var tableCount: Int { computed.withLock { $0.tables.count } }

    /// Which version of these rates answers are of at that moment.
    func version(at now: Instant) -> AnswerVersion { versions.version(at: now) }

    /// Whether there is a rate for the currency.
    func holds(_ currency: CurrencyCode) -> Bool {
        var (low, high) = (0, currencies.count)
        while low < high {
            let middle = (low + high) / 2
            if currencies[middle] < currency { low = middle + 1 } else { high = middle }
        }
        return low < currencies.count && currencies[low] == currency
    }

    /// The prices in `base` money, rounded; nil when there are none.
    func table(in base: CurrencyCode, significantDigits: Int) throws(ServiceError) -> RateTable? {
        let question = Question(base: base, significantDigits: significantDigits)
        let known = computed.withLock { $0.tables[question] }
        lookups.count(isHit: known != nil)
        if let known { return known }
        guard holds(base) else { return nil }
        let table = try RateTable(pairs(in: base), significantDigits: significantDigits)
        computed.withLock { $0.tables[question] = table }
        return table
    }

    /// The exact prices in `base` money by currency; none when there are none.
    func pairs(in base: CurrencyCode) -> [CurrencyCode: PairRates] {
        if let known = computed.withLock({ $0.pairs[base] }) { return known }
        // A base without rates is not kept: there are as many as a client likes to ask for.
        guard holds(base) else { return [:] }
        // Two that ask at once compute the same twice, which is better than one waiting for the other.
        var pairs: [CurrencyCode: PairRates] = [:]
        for currency in currencies { pairs[currency] = pair(currency, base) }
        computed.withLock { [pairs] in $0.pairs[base] = pairs }
        return pairs
    }

    private func pair(_ currency: CurrencyCode, _ base: CurrencyCode) -> PairRates? {
        let pair = CurrencyPair(currency, base)
        let candidates = preferences.order(for: pair).compactMap { name -> PairRates.Candidate? in
            guard let source = sources.first(where: { $0.source == name }), source.currencies.contains(currency),
                source.currencies.contains(base), let latest = source.latest(of: currency, in: base)
            else { return nil }
            return PairRates.Candidate(
                cross: latest.cross, pivot: latest.pivot, staleFrom: source.staleFrom(latest.cross.day))
        }
        let preferred = preferences.preferred(for: pair) { name in sources.contains { $0.source == name } }
        return PairRates(candidates, preferred: preferred, mostPercent: mostPercent)
    }

    private static func currencies(of sources: [RecentSheets], _ preferences: RatePreferences) -> [CurrencyCode] {
        let general = sources.filter { preferences.sources.contains($0.source) }
        var currencies = Set(general.flatMap(\.currencies))
        for pair in preferences.pairsWithRule {
            let both = [pair.first, pair.second]
            let order = preferences.order(for: pair)
            let isPriced = sources.contains { source in
                order.contains(source.source) && both.allSatisfy(source.currencies.contains)
            }
            if isPriced { currencies.formUnion(both) }
        }
        return currencies.sorted()
    }

    private struct Question: Hashable {
        let base: CurrencyCode
        let significantDigits: Int
    }
}
