import SharedDomain
import SharedHTTP
import SharedRuntime

/// What the service says of its own health: what it holds, and how new that is.
struct CurrencyReport {
    let holdings: CurrencyHoldings
    let time: TimeSource

    /// Degraded while no rates are held, or a source's newest ones are stale.
    var report: ServiceReport {
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
            ],
            isDegraded: rates.isEmpty || sources.contains(where: \.isStale))
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
