import SharedTelemetry
import Testing

@Suite("the bound of a family")
struct SeriesBoundTests {
    private let registry = MetricsRegistry()

    @Test("what comes after the 999th series is counted together as other")
    func overflow() async throws {
        let family = registry.counter("http_server_requests_total", "Requests.", labels: ["route", "method"])
        for number in 0..<5000 { family.with("/r\(number)", "GET").add() }
        for _ in 0..<3 { family.with("/r7", "GET").add() }
        let read = try ParsedExposition(await registry.exposition())
        #expect(read.samples.count == 1000)
        #expect(read.value("http_server_requests_total", ["route": "other", "method": "other"]) == 4001)
        #expect(read.value("http_server_requests_total", ["route": "/r7", "method": "GET"]) == 4)
        #expect(read.samples.map(\.value).reduce(0, +) == 5003)
    }

    @Test("a reader that brings too much is cut")
    func collected() async throws {
        registry.collect("store_rows", "Rows.", kind: .gauge, labels: ["table"]) {
            (0..<5000).map { MetricSample(labels: ["t\($0)"], value: 1) }
        }
        #expect(try ParsedExposition(await registry.exposition()).samples.count == 1000)
    }

    @Test("a long value is cut to 256 bytes, on a character")
    func longValue() async throws {
        let family = registry.counter("http_server_requests_total", "Requests.", labels: ["route"])
        family.with(String(repeating: "긴", count: 100_000)).add()
        family.with(String(repeating: "x", count: 256)).add()
        let routes = try ParsedExposition(await registry.exposition()).samples.compactMap { $0.labels["route"] }
        #expect(routes.count == 2)
        #expect(routes.allSatisfy { $0.utf8.count <= 256 })
        #expect(routes.contains(String(repeating: "x", count: 256)))
        #expect(routes.contains { $0.hasSuffix("긴…[cut]") })
    }
}
