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
