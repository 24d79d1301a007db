import SharedTelemetry

/// How often the rates were there when they were asked for.
struct RateBoardMetrics: Sendable {
    private let hits: Counter
    private let misses: Counter

    init(_ registry: MetricsRegistry = MetricsRegistry()) {
        let family = registry.counter(
            "cache_requests_total", "Questions to a layer of caches, by whether it could answer.",
            labels: ["layer", "outcome"])
        hits = family.with("rate_board", "hit")
        misses = family.with("rate_board", "miss")
    }

    /// Counts a request for rates; a hit did not have to wait for the source.
    func countRequest(isHit: Bool) {
        (isHit ? hits : misses).add()
    }
}
