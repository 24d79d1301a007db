/// Counts how often one layer of what a service keeps in memory could answer, among all its layers.
package struct CacheCounters: Sendable {
    private let hits: Counter
    private let misses: Counter

    /// Counts for the layer of that name, under `cache_requests_total`.
    package init(layer: String, _ metrics: MetricsRegistry) {
        let family = metrics.counter(
            "cache_requests_total", "Questions to a layer of caches, by whether it could answer.",
            labels: ["layer", "outcome"])
        hits = family.with(layer, "hit")
        misses = family.with(layer, "miss")
    }

    /// Counts one question.
    package func count(isHit: Bool) {
        (isHit ? hits : misses).add()
    }
}
