import HTTPTypes
import Logging
import NIOCore
import SharedHTTP
import SharedTesting
import Testing

@Suite("The access log")
struct AccessLogTests {
    @Test("one line for each request, with the template of the route and nothing that was sent")
    func line() async throws {
        let test = try TestEdge()
        let answer = try await test.ask(
            "/api/v1/currencies/USD", headers: [.authorization: "Bearer secret-key", .cookie: "secret-cookie"])
        let lines = test.logs.lines.filter { $0.message == "request" }
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.level == .info)
        #expect(line.metadata["method"] == "GET")
        #expect(line.metadata["route"] == "/api/v1/currencies/{code}")
        #expect(line.metadata["status"] == "401")
        #expect(line.metadata["bytes"] == "\(answer.body.readableBytes)")
        #expect(line.metadata["duration_ms"].flatMap(Double.init) != nil)
        #expect(!line.metadata.values.contains { $0.contains("secret") || $0.contains("USD") })
    }

    @Test("an unknown path is one name, so that a client cannot choose it")
    func unmatched() async throws {
        let test = try TestEdge()
        _ = try await test.ask("/secret/path?token=secret")
        let line = try #require(test.logs.lines.last)
        #expect(line.metadata["route"] == "unmatched")
        #expect(line.metadata["status"] == "404")
    }

    @Test("probes are logged at debug", arguments: ["/health", "/health/live", "/health/ready", "/metrics"])
    func probes(path: String) async throws {
        let test = try TestEdge()
        _ = try await test.ask(path)
        #expect(test.logs.messages(at: .info).isEmpty)
        #expect(test.logs.messages(at: .debug) == ["request"])
    }
}
