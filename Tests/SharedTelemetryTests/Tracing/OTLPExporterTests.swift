import Foundation
import Logging
import SharedTelemetry
import SharedTesting
import Testing

@Suite("the way to a collector", .timeLimit(.minutes(1)))
struct OTLPExporterTests {
    private let path = "/v1/traces"

    @Test("what ends arrives, field by field, in one request")
    func arrives() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .text("{}", contentType: "application/json"))
            let bench = try ExporterBench(upstream.baseURL + "/", headers: ["x-api-key": "secret"])
            try await bench.run {
                let tracer = bench.tracer()
                let parent = try #require(TraceParent("00-5b8efff798038103d269b633813fc60c-eee19b7ec3c1b173-01"))
                let span = tracer.start("GET /a", kind: .server, parent: parent)
                span.set("http.response.status_code", 200)
                span.end()
                try await bench.time.waitForSleepers(1)
                bench.time.advance(by: OTLPLimits.interval)
                try await upstream.waitForRequests(1)
                let request = try #require(upstream.requests.first)
                #expect(request.method == "POST" && request.path == path && request.query == nil)
                #expect(request.headers["content-type"] == "application/json")
                #expect(request.headers["x-api-key"] == "secret")
                let spans = try sentSpans(request)
                let sent = try #require(spans.first)
                #expect(spans.count == 1)
                #expect(sent["traceId"] as? String == "5b8efff798038103d269b633813fc60c")
                #expect(sent["spanId"] as? String == span.context.spanID)
                #expect(sent["parentSpanId"] as? String == "eee19b7ec3c1b173")
                #expect(sent["name"] as? String == "GET /a")
                #expect(sent["kind"] as? Int == 2)
                #expect(sent["startTimeUnixNano"] as? String == "1544712660000000000")
                #expect(sent["endTimeUnixNano"] as? String == "1544712660000000007")
                #expect(
                    sent["attributes"] as? NSArray
                        == [["key": "http.response.status_code", "value": ["intValue": "200"]]] as NSArray)
                try await bench.expectCounts(exported: 1)
            }
            #expect(bench.logs.lines.isEmpty)
        }
    }

    @Test("a full batch is sent at once, and no request has more than 512")
    func batches() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(1100)
            try await bench.run {
                try await upstream.waitForRequests(3)
                try await bench.expectCounts(exported: 1100)
            }
            #expect(try upstream.requests.map { try sentSpans($0).count } == [512, 512, 76])
        }
    }

    @Test("what waits when it stops is still sent; what comes later is dropped")
    func flush() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            try await bench.run {
                try await bench.time.waitForSleepers(1)
                bench.makeSpans(3)
            }
            bench.makeSpans(2)
            #expect(try upstream.requests.map { try sentSpans($0).count } == [3])
            try await bench.expectCounts(exported: 3, dropped: 2)
        }
    }

    @Test("stopped before it runs, it sends what there is and ends")
    func stoppedFirst() async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .status(200))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(3)
            bench.exporter.stop()
            bench.exporter.stop()
            try await bench.exporter.run()
            try await bench.expectCounts(exported: 3)
        }
    }

    @Test("spans that a collector rejects count as failed", arguments: [#""2""#, "2"])
    func partialSuccess(_ number: String) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(
                path,
                .text(
                    #"{"partialSuccess":{"rejectedSpans":\#(number),"errorMessage":"too old"}}"#,
                    contentType: "application/json"))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(5)
            try await bench.run {}
            try await bench.expectCounts(exported: 3, failed: 2)
            #expect(bench.logs.messages(at: .warning).count == 1)
        }
    }

    @Test(
        "an answer that makes no sense is no failure, because its status said that the spans were taken",
        arguments: [
            "", "<html>", "[]", "null", #"{"partialSuccess":7}"#, #"{"partialSuccess":{"rejectedSpans":"x"}}"#,
            #"{"partialSuccess":{"rejectedSpans":-3}}"#, String(repeating: "[", count: 60_000),
            String(repeating: "[", count: 1_000_000),
        ])
    func strangeAnswers(_ body: String) async throws {
        try await withScriptableUpstream { upstream in
            upstream.script(path, .text(body))
            let bench = try ExporterBench(upstream.baseURL)
            bench.makeSpans(5)
            try await bench.run {}
            try await bench.expectCounts(exported: 5)
        }
    }

    @Test("an address is http or https with a host; the path is added")
    func endpoints() {
        #expect(OTLPEndpoint("http://127.0.0.1:4318")?.url == "http://127.0.0.1:4318/v1/traces")
        #expect(OTLPEndpoint("https://c.example/otlp//")?.url == "https://c.example/otlp/v1/traces")
        for text in [
            "", "127.0.0.1:4318", "ftp://a", "http://", "http:///a", "http://user:key@a", "http://a?b", "http://a#b",
            "http://a b",
        ] {
            #expect(OTLPEndpoint(text) == nil, "\(text)")
        }
        for (name, value) in [("", "x"), ("a b", "x"), ("a:", "x"), ("a", "x\r\nb: c"), ("a", "é"), ("ä", "x")] {
            #expect(OTLPEndpoint("http://a", headers: [name: value]) == nil)
        }
    }
}

/// The spans of one request.
func sentSpans(_ request: RecordedRequest) throws -> [NSDictionary] {
    let tree = try #require(JSONSerialization.jsonObject(with: Data(request.body)) as? NSDictionary)
    let groups = try #require(tree["resourceSpans"] as? [NSDictionary])
    let scopes = groups.flatMap { $0["scopeSpans"] as? [NSDictionary] ?? [] }
    return scopes.flatMap { $0["spans"] as? [NSDictionary] ?? [] }
}
