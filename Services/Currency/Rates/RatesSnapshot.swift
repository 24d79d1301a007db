import SharedDomain
import SharedHTTP
import SharedTelemetry
import Synchronization

/// The latest rates as of one commit. What it answers never changes; what it has computed for one question it keeps
/// for the next.
final class RatesSnapshot: Sendable {
    /// The sources that rates are taken from, the preferred one first; those that nothing is held of are left out.
    let sources: [RecentSheets]

    private let versions: RatesVersions
    private let lookups: CacheCounters

    /// At most one entry for each currency held and each precision that can be asked for.
    private let computed = Mutex<[Question: [RateTable]]>([:])

    /// The rates of these sources, in their order of preference.
    /// - Parameter lookups: counts which questions were computed before.
    init(sources: [RecentSheets], lookups: CacheCounters) {
        self.sources = sources
        self.lookups = lookups
        versions = RatesVersions(of: sources)
    }

    /// Whether there are no rates at all.
    var isEmpty: Bool { sources.isEmpty }

    /// The currencies that have a rate, by code.
    var currencies: [CurrencyCode] { Set(sources.flatMap(\.currencies)).sorted() }

    /// Which version of these rates answers are of at that moment.
    func version(at now: Instant) -> AnswerVersion { versions.version(at: now) }

    /// Whether any source has a rate for the currency.
    func holds(_ currency: CurrencyCode) -> Bool { sources.contains { $0.currencies.contains(currency) } }

    /// The prices in `base` money, a table for each source that knows the base, the preferred source first.
    func tables(in base: CurrencyCode, significantDigits: Int) throws(ServiceError) -> [RateTable] {
        let question = Question(base: base, significantDigits: significantDigits)
        let known = computed.withLock { $0[question] }
        lookups.count(isHit: known != nil)
        if let known { return known }
        var tables: [RateTable] = []
        for source in sources {
            if let table = try RateTable(of: source, in: base, significantDigits: significantDigits) {
                tables.append(table)
            }
        }
        // Two that ask at once compute the same twice, which is better than one waiting for the other. A base without
        // rates is not kept: there are as many as a client likes to ask for.
        if !tables.isEmpty { computed.withLock { [tables] in $0[question] = tables } }
        return tables
    }

    private struct Question: Hashable {
        let base: CurrencyCode
        let significantDigits: Int
    }
}
