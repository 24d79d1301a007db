import Testing

@testable import SharedTelemetry

@Suite("the declaration of a metric")
struct MetricShapeTests {
    @Test(
        "a good name is taken",
        arguments: [
            ("http_server_requests_total", MetricKind.counter), ("process_open_fds", .gauge),
            ("http_server_request_seconds", .histogram), ("event_lag_seconds", .gauge), ("a", .gauge),
        ])
    func good(_ name: String, _ kind: MetricKind) {
        #expect(shape(name, kind).problem == nil)
    }

    // The data model's rules and promtool's ("promtool check metrics" says the same of each that is legal at all).
    @Test(
        "a bad name is refused",
        arguments: [
            ("", MetricKind.gauge), ("1a", .gauge), ("a-b", .gauge), ("a b", .gauge), ("a:b", .gauge), ("ä", .gauge),
            ("_a", .gauge), ("requestCount", .gauge), ("a\n", .gauge), ("http_requests", .counter),
            ("http_requests_total", .gauge), ("http_seconds_total", .histogram), ("rows_count", .gauge),
            ("rows_sum", .gauge), ("rows_bucket", .gauge), ("latency_milliseconds", .histogram),
            ("uptime_days", .gauge),
            ("memory_megabytes", .gauge),
        ])
    func bad(_ name: String, _ kind: MetricKind) {
        #expect(shape(name, kind).problem != nil)
    }

    @Test(
        "bad labels are refused",
        arguments: [["__name"], ["a", "a"], [""], ["le"], ["a-b"], ["Route"], ["1"]])
    func badLabels(_ labels: [String]) {
        #expect(MetricShape("a", "Help.", .histogram, labels: labels, buckets: [1]).problem != nil)
    }

    @Test("le is refused for buckets only")
    func bucketLabel() {
        #expect(MetricShape("a", "Help.", .gauge, labels: ["le"]).problem == nil)
    }

    @Test(
        "bad buckets are refused",
        arguments: [[], [1, 1], [2, 1], [.infinity], [.nan], [1, .nan], (0..<65).map(Double.init)])
    func badBuckets(_ buckets: [Double]) {
        #expect(MetricShape("a", "Help.", .histogram, labels: [], buckets: buckets).problem != nil)
    }

    @Test("a metric without help is refused")
    func noHelp() {
        #expect(MetricShape("a", "", .gauge, labels: []).problem != nil)
    }

    @Test("a wrong declaration ends the service at its start")
    func atStart() async {
        await #expect(processExitsWith: .failure) {
            _ = MetricsRegistry().counter("requests", "Requests.")
        }
        await #expect(processExitsWith: .failure) {
            let registry = MetricsRegistry()
            _ = registry.gauge("cache_bytes", "Bytes.")
            _ = registry.gauge("cache_bytes", "Bytes.", labels: ["layer"])
        }
    }

    private func shape(_ name: String, _ kind: MetricKind) -> MetricShape {
        MetricShape(name, "Help.", kind, labels: ["route"], buckets: kind == .histogram ? [1] : [])
    }
}
