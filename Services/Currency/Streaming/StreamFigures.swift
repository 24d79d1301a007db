import SharedTelemetry

/// How changes reach whoever listens.
enum StreamTransport: String, Sendable, CaseIterable {
    case http
    case grpc
}

/// What is counted of streams.
struct StreamFigures: Sendable {
    /// Those cut off because they did not keep up.
    let dropped: Counter

    private let open: (http: Gauge, grpc: Gauge)
    private let snapshots: Counter
    private let rates: Counter
    private let withdrawn: Counter
    private let heartbeats: Counter

    init(_ metrics: MetricsRegistry) {
        let open = metrics.gauge(
            "currency_stream_subscribers", "Streams of rates that are open.", labels: ["transport"])
        self.open = (open.with(StreamTransport.http.rawValue), open.with(StreamTransport.grpc.rawValue))
        let events = metrics.counter(
            "currency_stream_events_total", "Events sent to streams of rates.", labels: ["event"])
        snapshots = events.with("snapshot")
        rates = events.with("rate")
        withdrawn = events.with("withdrawn")
        heartbeats = events.with("heartbeat")
        dropped = metrics.counter(
            "currency_stream_dropped_total", "Streams of rates cut off because their clients did not keep up."
        ).with()
    }

    /// The streams that are open over a transport.
    func subscribers(_ transport: StreamTransport) -> Gauge {
        switch transport {
        case .http: open.http
        case .grpc: open.grpc
        }
    }

    /// Counts a snapshot that was sent.
    func sentSnapshot() { snapshots.add() }

    /// Counts a heartbeat that was sent.
    func sentHeartbeat() { heartbeats.add() }

    /// Counts changes that were sent.
    func sent(rates: Int, withdrawn: Int) {
        self.rates.add(rates)
        self.withdrawn.add(withdrawn)
    }
}
