import HTTPTypes
import SharedTelemetry

/// The figures of the edge. The handles of each route are resolved when the service starts.
struct EdgeMetrics: Sendable {
    /// The figures of one route, or of all requests of one method that no route answers.
    private struct Handles: Sendable {
        /// By the hundreds of the status: 2xx to 5xx.
        let requests: [Counter]
        let duration: Histogram
    }

    /// What requests without a route are counted under.
    static let unmatched = "unmatched"

    private static let classes = ["2xx", "3xx", "4xx", "5xx"]

    private let routes: [Handles]
    private let methods: [String: Handles]
    private let otherMethods: Handles
    private let inFlight: Gauge
    private let responseBytes: Counter
    private let refusals: CounterFamily

    init(_ table: [Route], _ metrics: MetricsRegistry) {
        let requests = Self.requests(metrics)
        let duration = metrics.histogram(
            "http_server_request_duration_seconds",
            "Time from a request's head to its answer's, or to the end of an answer that is streamed.",
            labels: ["route", "method"])
        func handles(_ route: String, _ method: String) -> Handles {
            Handles(
                requests: Self.classes.map { requests.with(route, method, $0) }, duration: duration.with(route, method))
        }
        routes = table.map { handles($0.path, $0.method.rawValue) }
        let known = RouteMethod.allCases.map(\.rawValue) + ["HEAD", "OPTIONS"]
        methods = Dictionary(uniqueKeysWithValues: known.map { ($0, handles(Self.unmatched, $0)) })
        otherMethods = handles(Self.unmatched, "other")
        inFlight = metrics.gauge("http_server_requests_in_flight", "Requests that are being answered.").with()
        responseBytes = Self.responseBytes(metrics)
        refusals = metrics.counter(
            "rate_limit_refusals_total", "Requests refused because a client asked too much.", labels: ["tier"])
        for tier in Tier.allCases { _ = refusals.with(tier.rawValue) }
        _ = refusals.with(Self.anonymous)
    }

    /// How many requests that were none were answered.
    static func malformed(_ metrics: MetricsRegistry) -> Counter {
        requests(metrics).with("malformed", "other", "4xx")
    }

    /// How many bytes of bodies were sent.
    static func responseBytes(_ metrics: MetricsRegistry) -> Counter {
        metrics.counter("http_server_response_bytes_total", "Bytes of bodies sent.").with()
    }

    private static func requests(_ metrics: MetricsRegistry) -> CounterFamily {
        metrics.counter(
            "http_server_requests_total", "Requests answered.", labels: ["route", "method", "status_class"])
    }

    func began() { inFlight.add(1) }

    /// Counts an answer, once it has ended. HEAD counts as the GET that answers it.
    func ended(_ route: CompiledRoute?, _ method: HTTPRequest.Method, status: Int, bytes: Int, after duration: Duration)
    {
        inFlight.add(-1)
        let handles = route.map { routes[$0.index] } ?? methods[method.rawValue] ?? otherMethods
        handles.requests[min(max(status / 100, 2), 5) - 2].add()
        handles.duration.observe(duration)
        responseBytes.add(bytes)
    }

    /// Counts a request refused by the limits of a tier; nil is a client without a key.
    func refused(_ tier: Tier?) {
        refusals.with(tier?.rawValue ?? Self.anonymous).add()
    }

    private static let anonymous = "anonymous"
}
