import Foundation
import SharedDomain
import SharedTelemetry

/// The figures of the history service.
struct HistoryMetrics {
    /// Declares them; their values are read from memory when they are asked for.
    static func register(_ memory: SeriesMemory, in registry: MetricsRegistry) {
        registry.collect(
            "history_observations", "Observations held, corrections included.", kind: .gauge
        ) {
            [MetricSample(value: Double(memory.current.observations))]
        }
        registry.collect(
            "history_intraday_observations",
            "Observations kept of the days that have several publications, as they stand after corrections.",
            kind: .gauge
        ) {
            [MetricSample(value: Double(memory.current.rollupCounts.observations))]
        }
        registry.collect(
            "history_bars", "Bars kept of prices within a day: of days and of hours.", kind: .gauge, labels: ["length"]
        ) {
            let counts = memory.current.rollupCounts
            return [
                MetricSample(labels: ["day"], value: Double(counts.dailyBars)),
                MetricSample(labels: ["hour"], value: Double(counts.hourlyBars)),
            ]
        }
        registry.collect(
            "history_newest_day_timestamp_seconds", "The newest day held of a source: its beginning in UTC.",
            kind: .gauge, labels: ["source"]
        ) {
            memory.current.sources.values.compactMap { source in
                source.days.last.map { day in
                    MetricSample(
                        labels: [source.source.description],
                        value: Double(Day(number: day).start(in: .gmt).milliseconds) / 1000)
                }
            }
        }
    }
}
