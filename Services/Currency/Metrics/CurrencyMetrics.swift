import SharedDomain
import SharedTelemetry

/// What the service tells of what it holds.
enum CurrencyMetrics {
    /// Has the holdings looked at whenever the metrics are read.
    static func register(_ holdings: CurrencyHoldings, in metrics: MetricsRegistry) {
        metrics.collect(
            "currency_rates_newest_day_timestamp_seconds",
            "The beginning (UTC) of the newest day that a source's rates are held for.", kind: .gauge,
            labels: ["source"]
        ) {
            holdings.rates.sources.map { sheets in
                MetricSample(
                    labels: ["\(sheets.source)"], value: Double(sheets.newestDay.number) * Self.secondsPerDay)
            }
        }
        metrics.collect("currency_currencies_held", "Currencies that have a rate.", kind: .gauge) {
            [MetricSample(value: Double(holdings.rates.currencies.count))]
        }
        metrics.collect("currency_price_editions_held", "Editions of price surveys that are held.", kind: .gauge) {
            [MetricSample(value: Double(holdings.prices.editions))]
        }
    }

    private static let secondsPerDay = 86_400.0
}
