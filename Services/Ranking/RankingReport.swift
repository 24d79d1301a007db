import SharedDomain
import SharedHTTP
import SharedRuntime

/// What the ranking service says of itself when its health is asked for.
struct RankingReport: Sendable {
    let charts: ChartReader

    func current() async -> ServiceReport {
        let today = charts.today
        do {
            let tallies = try await charts.store.tallies(from: today, through: today)
            return ServiceReport(freshness: [
                HealthReport.Freshness("business_day", today),
                HealthReport.Freshness("selections_today", tallies.reduce(0) { $0 + $1.selections }),
                HealthReport.Freshness("last_selection", try await charts.store.lastSelection()),
            ])
        } catch {
            // The store has logged why.
            return ServiceReport(isDegraded: true)
        }
    }
}
