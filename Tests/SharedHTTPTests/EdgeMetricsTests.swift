import HTTPTypes
import SharedTelemetry
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("What the edge counts")
struct EdgeMetricsTests {
    @Test("requests by template, method and class of status")
    func requests() async throws {
        let test = try TestEdge()
        for target in ["/api/v1/currencies/USD", "/api/v1/currencies/JPY", "/api/v1/currencies/x", "/x", "/y?z"] {
            _ = try await test.ask(target)
        }
        _ = try await test.ask("/api/v1/currencies/USD", .head)
        _ = try await test.ask("/x", try #require(HTTPRequest.Method("BREW")))
        _ = try await test.ask("/api/v1/fails")
        let answer = try await test.ask("/metrics")
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        for line in [
            #"http_server_requests_total{route="/api/v1/currencies/{code}",method="GET",status_class="2xx"} 3"#,
            #"http_server_requests_total{route="/api/v1/currencies/{code}",method="GET",status_class="4xx"} 1"#,
            #"http_server_requests_total{route="unmatched",method="GET",status_class="4xx"} 2"#,
            #"http_server_requests_total{route="unmatched",method="other",status_class="4xx"} 1"#,
            #"http_server_requests_total{route="/api/v1/fails",method="GET",status_class="5xx"} 1"#,
            #"http_server_request_duration_seconds_count{route="/api/v1/currencies/{code}",method="GET"} 4"#,
            "http_server_requests_in_flight 1",
        ] { #expect(answer.text.contains(line + "\n"), "\(line)") }
    }
}
