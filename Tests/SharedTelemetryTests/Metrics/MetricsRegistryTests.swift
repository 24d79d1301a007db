import SharedTelemetry
import Testing

@Suite("metrics")
struct MetricsRegistryTests {
    private let registry = MetricsRegistry()

    // By the format's description: prometheus.io/docs/instrumenting/exposition_formats.
    @Test("the text is the format's, families and series in order")
    func wholeText() async {
        let requests = registry.counter(
            "http_server_requests_total", "Requests answered.", labels: ["method", "route"])
        requests.with("POST", "/b").add(3)
        requests.with("GET", "/b").add()
        requests.with("GET", "/a").add(1_000_000)
        registry.gauge("cache_bytes", "Bytes held.").with().set(12.5)
        let seconds = registry.histogram(
            "rpc_call_seconds", "How long calls take.", labels: ["method"], buckets: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 7] { seconds.with("Latest").observe(value) }
        #expect(
            await registry.exposition() == """
                # HELP cache_bytes Bytes held.
                # TYPE cache_bytes gauge
                cache_bytes 12.5
                # HELP http_server_requests_total Requests answered.
                # TYPE http_server_requests_total counter
                http_server_requests_total{method="GET",route="/a"} 1000000
                http_server_requests_total{method="GET",route="/b"} 1
                http_server_requests_total{method="POST",route="/b"} 3
                # HELP rpc_call_seconds How long calls take.
                # TYPE rpc_call_seconds histogram
                rpc_call_seconds_bucket{method="Latest",le="0.1"} 2
                rpc_call_seconds_bucket{method="Latest",le="1"} 3
                rpc_call_seconds_bucket{method="Latest",le="+Inf"} 4
                rpc_call_seconds_sum{method="Latest"} 7.65
                rpc_call_seconds_count{method="Latest"} 4

                """)
    }

    @Test("help and label values are escaped, and come back as they were")
    func escaping() async throws {
        let hostile = ["a\\b", "a\"b", "a\nb", "\\n", "", "한국 😀", "}", "\",x=\"", "a\u{2028}b", "\u{0}", "\r\n"]
        let family = registry.gauge("store_rows", "A \\ and a \n and \"quotes\".", labels: ["table"])
        for (number, value) in hostile.enumerated() { family.with(value).set(Double(number)) }
        let text = await registry.exposition()
        #expect(text.hasPrefix("# HELP store_rows A \\\\ and a \\n and \"quotes\".\n# TYPE"))
        #expect(text.contains(#"store_rows{table="a\\b"} 0"#))
        #expect(text.contains(#"store_rows{table="a\"b"} 1"#))
        #expect(text.contains(#"store_rows{table="a\nb"} 2"#))
        let read = try ParsedExposition(text).values("store_rows", by: "table")
        #expect(read == Dictionary(uniqueKeysWithValues: hostile.enumerated().map { ($1, Double($0)) }))
    }

    @Test("numbers are spelt as the format has them")
    func numbers() async {
        let family = registry.gauge("store_value", "A value.", labels: ["name"])
        let values: [(String, Double)] = [
            ("a", .nan), ("b", .infinity), ("c", -.infinity), ("d", -0.25), ("e", 1e300), ("f", 3), ("g", 1e-7),
            ("h", 9_007_199_254_740_992),
        ]
        for (name, value) in values { family.with(name).set(value) }
        let lines = await registry.exposition().split(separator: "\n").dropFirst(2)
        let numbers = lines.compactMap { $0.split(separator: " ").last.map(String.init) }
        #expect(numbers == ["NaN", "+Inf", "-Inf", "-0.25", "1e+300", "3", "1e-07", "9007199254740992.0"])
    }

    @Test("a metric without labels is there from the start, one with labels when it has a series")
    func start() async throws {
        _ = registry.counter("source_fetches_total", "Fetches.")
        _ = registry.counter("source_failures_total", "Failures.", labels: ["source"])
        _ = registry.histogram("source_fetch_seconds", "How long.", buckets: [1])
        registry.collect("store_rows", "Rows.", kind: .gauge) { [] }
        let read = try ParsedExposition(await registry.exposition())
        #expect(read.families.map(\.name) == ["source_fetch_seconds", "source_fetches_total"])
        #expect(read.samples.allSatisfy { $0.value == 0 })
        #expect(read.samples.count == 5)
    }

    @Test("what is declared twice alike is one")
    func declaredTwice() async throws {
        registry.counter("cache_hits_total", "Hits.", labels: ["layer"]).with("body").add()
        registry.counter("cache_hits_total", "Hits.", labels: ["layer"]).with("body").add(2)
        let read = try ParsedExposition(await registry.exposition())
        #expect(read.values("cache_hits_total", by: "layer") == ["body": 3])
    }

    @Test("two registries do not mix")
    func separate() async {
        registry.gauge("cache_bytes", "Bytes.").with().set(1)
        #expect(await MetricsRegistry().exposition().isEmpty)
    }

    @Test("values held elsewhere are read when asked for, from every reader, each series once")
    func collected() async throws {
        registry.collect("event_outbox_depth", "Events.", kind: .gauge, labels: ["topic"]) {
            [.init(labels: ["b"], value: 2), .init(labels: ["a"], value: 1), .init(labels: ["a"], value: 9)]
        }
        registry.collect("event_outbox_depth", "Events.", kind: .gauge, labels: ["topic"]) {
            [.init(labels: ["a"], value: 7), .init(labels: ["c", "too many"], value: 8), .init(value: 8)]
        }
        let text = await registry.exposition()
        #expect(text.hasSuffix("event_outbox_depth{topic=\"a\"} 1\nevent_outbox_depth{topic=\"b\"} 2\n"))
    }

    @Test("a counter does not run backwards, and a gauge does")
    func direction() async throws {
        let counter = registry.counter("rpc_calls_total", "Calls.").with()
        counter.add(2)
        counter.add(-1)
        counter.add(0)
        let gauge = registry.gauge("rpc_calls_in_flight", "Calls.").with()
        gauge.add(2.5)
        gauge.add(-1)
        let read = try ParsedExposition(await registry.exposition())
        #expect(read.value("rpc_calls_total") == 2)
        #expect(read.value("rpc_calls_in_flight") == 1.5)
    }

    @Test("nothing is lost when many count at once")
    func concurrency() async throws {
        let counter = registry.counter("rpc_calls_total", "Calls.", labels: ["method"])
        let gauge = registry.gauge("rpc_calls_in_flight", "Calls.").with()
        let histogram = registry.histogram("rpc_call_seconds", "How long.", buckets: [0.5]).with()
        await withTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for _ in 0..<5000 {
                        counter.with("m\(task % 2)").add()
                        gauge.add(1)
                        histogram.observe(task % 2 == 0 ? 0.25 : 1)
                    }
                }
            }
        }
        let read = try ParsedExposition(await registry.exposition())
        #expect(read.values("rpc_calls_total", by: "method") == ["m0": 20_000, "m1": 20_000])
        #expect(read.value("rpc_calls_in_flight") == 40_000)
        #expect(read.value("rpc_call_seconds_count") == 40_000)
        #expect(read.value("rpc_call_seconds_sum") == 25_000)
        #expect(read.values("rpc_call_seconds_bucket", by: "le") == ["0.5": 20_000, "+Inf": 40_000])
    }
}
