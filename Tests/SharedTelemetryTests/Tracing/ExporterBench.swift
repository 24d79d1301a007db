import SharedTelemetry
import SharedTesting
import Testing

/// An exporter with everything a test looks at.
struct ExporterBench {
    let registry = MetricsRegistry()
    let logs = RecordedLogs()
    let time = HandMovedTime()
    let exporter: OTLPExporter

    init(_ base: String, headers: [String: String] = [:]) throws {
        let endpoint = try #require(OTLPEndpoint(base, headers: headers))
        exporter = OTLPExporter(endpoint: endpoint, metrics: registry, logger: logs.logger, time: time.source)
    }

    func tracer() -> Tracer {
        Tracer(resource: someResource, sampleRatio: 1, exporter: exporter, clock: steppingClock())
    }

    func makeSpans(_ count: Int) {
        let tracer = tracer()
        for number in 0..<count { tracer.start("span \(number)", kind: .internal, parent: nil).end() }
    }

    /// Runs the exporter while `body` does, then stops it and waits for its end, for which the clock must be moved when
    /// it `isStuck`.
    func run(isStuck: Bool = false, _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await exporter.run() }
            try await body()
            exporter.stop()
            if isStuck {
                // The regular look, what it is stuck in, and the end of the flush.
                try await time.waitForSleepers(3)
                time.advance(by: OTLPLimits.flush)
            }
            try await group.waitForAll()
        }
    }

    /// What the metrics say, as soon as they do.
    func expectCounts(exported: Int = 0, dropped: Int = 0, failed: Int = 0) async throws {
        let expected = [exported, dropped, failed].map(Double.init)
        var read: [Double?] = []
        try await eventually("\(read) is not \(expected)") {
            let text = try ParsedExposition(await registry.exposition())
            read = ["exported", "dropped", "failed"].map { text.value("otel_spans_\($0)_total") }
            return read == expected
        }
    }

    /// Waits until the exporter sleeps before its next attempt, so many having failed. The deadline of an attempt sleeps
    /// no more when its failure is counted; the other sleeper is the regular look.
    func waitForPause(afterFailures count: Int) async throws {
        try await eventually("not \(count) attempts have failed") {
            let requests = try ParsedExposition(await registry.exposition())
            return requests.value("otel_export_requests_total", ["outcome": "retryable"]) == Double(count)
        }
        try await time.waitForSleepers(2)
    }

    /// How many spans wait.
    func queued() async throws -> Double? {
        try ParsedExposition(await registry.exposition()).value("otel_spans_queued")
    }
}
