package import SharedTelemetry

/// What the edge works with beside its routes and its settings. The defaults know no key, count no client and record
/// no span.
package struct EdgeServices: Sendable {
    /// Who asks, and whether they may.
    package var access = AccessControl.open
    /// How much each client may ask; nil for as much as it likes.
    package var limiter: RateLimiter?
    /// Where requests come from.
    package var addresses = ClientAddress.ofConnection
    /// Where spans come from.
    package var tracer = Tracer.disabled
    /// The figures of the service, answered at `/metrics`.
    package let metrics: MetricsRegistry
    /// What is kept in memory.
    package let caches: EdgeCaches

    /// The defaults, with a registry and bounds for the caches.
    package init(metrics: MetricsRegistry = MetricsRegistry(), caches settings: CacheSettings = CacheSettings()) {
        self.init(metrics: metrics, caches: EdgeCaches(settings: settings, metrics: metrics))
    }

    /// The defaults, with a registry and caches that somebody else can empty.
    package init(metrics: MetricsRegistry, caches: EdgeCaches) {
        self.metrics = metrics
        self.caches = caches
    }
}
