import SharedDatabase
import SharedTelemetry

/// How large a service's store is.
enum StoreMetrics {
    /// Declares `store_size_bytes`, read when it is asked for and left out when the file cannot be looked at.
    static func register(_ store: Store, in registry: MetricsRegistry) {
        registry.collect(
            "store_size_bytes", "The size of the store's file with its write-ahead log, in bytes.", kind: .gauge,
            labels: ["store"]
        ) {
            do {
                return [MetricSample(labels: [store.service], value: Double(try store.fileSizeBytes))]
            } catch {
                // A store that is closed or gone shows in /health; the other metrics are still worth having.
                return []
            }
        }
    }
}
