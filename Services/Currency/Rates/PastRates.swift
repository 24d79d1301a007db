import SharedDomain

/// The rates of past days.
struct PastRates: Sendable {
    /// Which sources there are to take them from.
    let preferences: RatePreferences
    /// Of each source. One that is left out is not known at all.
    let known: [SourceID: KnownSheets]
    /// The sources that anything was ever received of, whichever days were asked for.
    let held: Set<SourceID>
    /// The latest rates, which tell where a source has ended; nil where memory had none.
    let present: RatesSnapshot?
    /// Whether memory knew all of that.
    let isFromMemory: Bool

    /// Nothing of any day.
    static let none = PastRates(
        preferences: RatePreferences(sources: []), known: [:], held: [], present: nil, isFromMemory: true)

    /// The price of one `currency` in `base` money as it was served at the end of that day, or is now while that is to
    /// come. Each source gives that of its newest sheet that has both, of at most `RecentSheets.lookBackDays` before;
    /// which of them serves, and what is said beside it, is judged as for the latest rates, each source by the end of
    /// its own day.
    /// - Throws: `NOT_FOUND` when there is none; `DATA_NOT_READY` when the layer that would know of one that comes first
    ///   does not answer, or is being filled.
    func served(
        _ currency: CurrencyCode, in base: CurrencyCode, on day: Day, at now: Instant
    ) throws(ServiceError) -> ServedRate {
        let pair = CurrencyPair(currency, base)
        var candidates: [PairRates.Candidate] = []
        var isDecided = false
        for source in preferences.order(for: pair) {
            switch known[source]?.search(currency, in: base, on: day) ?? .unknown {
            case .found(let cross):
                let candidate = PairRates.Candidate(
                    cross: cross, pivot: cross.pivot, staleFrom: Staleness.begins(source, on: cross.day))
                candidates.append(candidate)
                isDecided = isDecided || !candidate.isStale(at: Self.end(of: day, source, now))
            case .absent: continue
            // After one that is not stale it could only disagree.
            case .unknown where isDecided: continue
            case .unknown: throw .dataNotReady("What the rates of \(day) were is not known at the moment.")
            }
        }
        let preferred = preferences.preferred(for: pair) { held.contains($0) }
        let mostPercent = ExactRatio(preferences.disagreementPercent)
        guard let rates = PairRates(candidates, preferred: preferred, mostPercent: mostPercent) else {
            throw .notFound("No rate of \(currency) in \(base) is held for \(day).")
        }
        var served = rates.served { $0.isStale(at: Self.end(of: day, $0.cross.source, now)) }
        if let fallback = served.fallback, hadEnded(fallback.preferred, currency, base, by: day) {
            served.fallback = RateFallback(preferred: fallback.preferred, reason: .stale)
        }
        return served
    }

    /// Whether a source that prices the pair had published its last by that day: it was not without a rate then, but
    /// out of date, however long that was ago.
    private func hadEnded(_ name: SourceID, _ currency: CurrencyCode, _ base: CurrencyCode, by day: Day) -> Bool {
        guard let source = present?.sources.first(where: { $0.source == name }), source.newestDay <= day else {
            return false
        }
        return source.latest(of: currency, in: base) != nil
    }

    /// The end of a source's day, or now while that is to come.
    static func end(of day: Day, _ source: SourceID, _ now: Instant) -> Instant {
        min(now, day.adding(days: 1).start(in: PublicationCalendar.calendar(of: source).zone))
    }
}
