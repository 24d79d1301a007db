import Foundation
import SharedTelemetry
import SharedTesting
import Testing

/// `promtool check metrics`, of the Debian package `prometheus`, reads an exposition as Prometheus does and complains of
/// names that break its practices.
@Suite("promtool")
struct PromtoolTests {
    @Test("finds nothing wrong with a full exposition", .timeLimit(.minutes(1)))
    func check() async throws {
        let registry = MetricsRegistry()
        ProcessMetrics.register(in: registry)
        BuildInfo.register(
            in: registry, service: "currency", version: "1.0.0", revision: "abc\"\\\n", environment: "local")
        let requests = registry.counter(
            "http_server_requests_total", "Requests \\ answered\nin all.", labels: ["method", "route", "status"])
        requests.with("GET", "/api/v1/{\"\\\n}", "2xx").add()
        for number in 0..<2000 { requests.with("GET", "/\(number)", "4xx").add() }
        let seconds = registry.histogram("http_server_request_seconds", "How long.", labels: ["route"])
        for value in [-1, 0, 1e-9, 0.5, 3600, .infinity, .nan] { seconds.with("/").observe(value) }
        for (name, value) in [("a", Double.nan), ("b", .infinity), ("c", -.infinity), ("d", 1e-300)] {
            registry.gauge("store_size_bytes", "Bytes.", labels: ["store"]).with(name).set(value)
        }
        registry.collect("event_outbox_depth", "Events.", kind: .gauge, labels: ["topic"]) {
            [MetricSample(labels: ["rates"], value: 3), MetricSample(labels: ["rates"], value: 4)]
        }
        let complaints = try await Self.promtool(await registry.exposition())
        #expect(complaints == "")
    }

    @Test("does find what is wrong", .timeLimit(.minutes(1)))
    func judges() async throws {
        let text = "# HELP a_milliseconds A.\n# TYPE a_milliseconds gauge\na_milliseconds{b=\"c\"} 1\n"
        #expect(try await Self.promtool(text) != "")
        #expect(try await Self.promtool("a{b=\"c} 1\n") != "")
    }

    /// What it complains of.
    private static func promtool(_ text: String) async throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let path = folders.map { "\($0)/promtool" }.first(where: FileManager.default.isExecutableFile)
        let folder = try TemporaryDirectory()
        let input = URL(filePath: folder.file("metrics.txt"))
        let output = URL(filePath: folder.file("complaints.txt"))
        try Data(text.utf8).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = URL(
            filePath: try #require(path, "promtool is missing: install the package prometheus"))
        process.arguments = ["check", "metrics"]
        process.standardInput = try FileHandle(forReadingFrom: input)
        let complaints = try FileHandle(forWritingTo: output)
        process.standardOutput = complaints
        process.standardError = complaints
        let (ended, ending) = AsyncStream.makeStream(of: Int32.self, bufferingPolicy: .bufferingNewest(1))
        process.terminationHandler = { process in
            ending.yield(process.terminationStatus)
            ending.finish()
        }
        try process.run()
        for await status in ended {
            let said = try String(contentsOf: output, encoding: .utf8)
            return status == 0 ? said : "ended with \(status): \(said)"
        }
        return "did not end"
    }
}
