import SharedTelemetry

/// What is counted of connections.
struct ConnectionFigures: Sendable {
    /// Those that are open.
    let open: Gauge
    /// Those closed unanswered because their client had too many.
    let refused: Counter
    /// Those closed because a request came too slowly.
    let slowRequests: Counter
    /// Those closed because the client did not read.
    let slowReaders: Counter
    /// What came in that was no request.
    let malformed: Counter

    init(_ metrics: MetricsRegistry) {
        let refusals = metrics.counter(
            "http_server_connections_refused_total", "HTTP connections closed as soon as they were opened.",
            labels: ["reason"])
        let aborts = metrics.counter(
            "http_server_connections_aborted_total", "HTTP connections closed because the client was too slow.",
            labels: ["reason"])
        open = metrics.gauge("http_server_connections", "HTTP connections that are open.").with()
        refused = refusals.with("client_bound")
        slowRequests = aborts.with("slow_request")
        malformed = EdgeMetrics.malformed(metrics)
        slowReaders = aborts.with("slow_reader")
    }
}
