import SharedDomain

/// The rates of past days.
struct PastRates: Sendable {
    /// Which sources there are to take them from.
    let preferences: RatePreferences
    /// Of each source. One that is left out is not known at all.
    let known: [SourceID: KnownSheets]
    /// Whether memory knew all of that.
    let isFromMemory: Bool

    /// Rates from what is known of each source.
    init(preferences: RatePreferences, known: [SourceID: KnownSheets], isFromMemory: Bool = true) {
        self.preferences = preferences
        self.known = known
        self.isFromMemory = isFromMemory
    }

    /// Rates from sheets that are all there are.
    /// - Parameter sheets: of each source, the preferred one first.
    init(sheets: [[Sheet]]) {
        let sources = sheets.compactMap(\.first?.source)
        var known: [SourceID: KnownSheets] = [:]
        for (source, sheets) in zip(sources, sheets.filter { !$0.isEmpty }) {
            known[source, default: KnownSheets()].add(sheets, ofAll: Day(number: .min)...Day(number: .max))
        }
        self.init(preferences: RatePreferences(sources: sources), known: known)
    }

    /// The price of one `currency` in `base` money on that day: from the preferred source that has one, of its newest
    /// sheet that has both, of at most `RecentSheets.lookBackDays` before.
    /// - Throws: `NOT_FOUND` when there is none; `DATA_NOT_READY` when the layer that would know does not answer.
    func rate(
        of currency: CurrencyCode, in base: CurrencyCode, on day: Day
    ) throws(ServiceError) -> CrossRate {
        for source in preferences.order(for: CurrencyPair(currency, base)) {
            switch known[source]?.search(currency, in: base, on: day) ?? .unknown {
            case .found(let cross): return cross
            case .absent: continue
            case .unknown: throw .dataNotReady("What the rates of \(day) were is not known at the moment.")
            }
        }
        throw .notFound("No rate of \(currency) in \(base) is held for \(day).")
    }

    /// Why a rate does not come from the preferred source; nil where it does.
    func fallback(of cross: CrossRate) -> RateFallback? {
        let pair = CurrencyPair(cross.base, cross.quote)
        let preferred = preferences.preferred(for: pair) { known[$0]?.isEmpty == false }
        guard !pair.isIdentity, let preferred, preferred != cross.source else { return nil }
        return RateFallback(preferred: preferred, reason: .missing)
    }
}
