import SharedDomain
import SharedHTTP
import SharedRuntime

/// What the service says of its own health: how much it holds, and from when to when.
struct HistoryReport {
    let book: RateBook

    var report: ServiceReport {
        ServiceReport(
            freshness: [
                HealthReport.Freshness("days", book.dayCount),
                HealthReport.Freshness("oldest_day", book.oldestDay),
                HealthReport.Freshness("newest_day", book.newestDay),
                HealthReport.Freshness("observations", book.observations),
            ],
            isDegraded: book.isEmpty)
    }
}
