import SharedDomain
import SharedHTTP
import SharedRuntime

/// What the service says of its own health: what it holds, and how new that is.
struct CurrencyReport {
    let holdings: CurrencyHoldings
    let time: TimeSource

    /// Degraded while there are no rates, they come from history in place of the store, or a source's newest ones are
    /// stale. Memory that was dropped is none of that: the next question fills it again.
    var report: ServiceReport {
        let contents = holdings.inMemory
        let rates = holdings.rates
        var staleness = Staleness(at: time.now())
        let sources = rates.sources.map { sheets in
            SourceFreshness(
                source: sheets.source, newestDay: sheets.newestDay,
                isStale: staleness.isStale(sheets.source, observedOn: sheets.newestDay))
        }
        return ServiceReport(
            freshness: [
                HealthReport.Freshness("rates", SourcesFreshness(sources: sources)),
                HealthReport.Freshness("currencies", rates.currencies.count),
                HealthReport.Freshness("price_editions", holdings.prices.editions),
                HealthReport.Freshness("rates_layer", contents.flatMap(Self.layer)),
            ],
            isDegraded: contents.map { $0.rates.isEmpty || $0.origin == .history } ?? false
                || sources.contains(where: \.isStale))
    }

    /// Where the rates in memory come from; nil where there are none.
    private static func layer(of contents: CurrencyHoldings.Contents) -> String? {
        contents.rates.isEmpty ? nil : contents.origin.rawValue
    }
}

/// How new the rates of one source are.
private struct SourceFreshness: JSONRepresentable {
    let source: SourceID
    let newestDay: Day
    let isStale: Bool

    func write(into writer: inout JSONWriter) {
        writer.object { freshness in
            freshness.member("newest_day", newestDay)
            freshness.member("stale", isStale)
        }
    }
}

/// The same of each source, by name: `{"ecb":{"newest_day":"2026-10-30","stale":false}}`.
private struct SourcesFreshness: JSONRepresentable {
    let sources: [SourceFreshness]

    func write(into writer: inout JSONWriter) {
        writer.object { all in
            for freshness in sources { all.member("\(freshness.source)", freshness) }
        }
    }
}
