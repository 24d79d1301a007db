package import SharedTelemetry

/// What the edge of one service keeps in memory.
package final class EdgeCaches: Sendable {
    let targets: TargetMemory
    let bodies: BodyCache

    /// Empty caches with these bounds, counted in `metrics`.
    package init(settings: CacheSettings = CacheSettings(), metrics: MetricsRegistry) {
        targets = TargetMemory(settings: settings, metrics: metrics)
        bodies = BodyCache(settings: settings, metrics: metrics)
    }

    /// Drops every answer that is kept; how many there were.
    package func clear() -> Int {
        bodies.clear()
    }
}
