import SharedTelemetry

/// Counts how often one layer of what is kept in memory had the answer, among the layers of the whole service.
struct CacheLookups: Sendable {
    private let hits: Counter
    private let misses: Counter

    /// Counts for the layer of that name.
    init(of layer: String, in metrics: MetricsRegistry) {
        let family = metrics.counter(
            "cache_requests_total", "Questions to a layer of caches, by whether it could answer.",
            labels: ["layer", "outcome"])
        hits = family.with(layer, "hit")
        misses = family.with(layer, "miss")
    }

    /// Counts one question.
    func count(isHit: Bool) {
        (isHit ? hits : misses).add()
    }
}
