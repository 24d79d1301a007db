import SharedTelemetry

/// Counts how often one layer of caches could answer.
struct CacheCounters: Sendable {
    private let hits: Counter
    private let misses: Counter

    init(layer: String, _ metrics: MetricsRegistry) {
        let family = metrics.counter(
            "cache_requests_total", "Questions to a layer of caches, by whether it could answer.",
            labels: ["layer", "outcome"])
        hits = family.with(layer, "hit")
        misses = family.with(layer, "miss")
    }

    func count(isHit: Bool) {
        (isHit ? hits : misses).add()
    }
}
