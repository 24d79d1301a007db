import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SharedConfig
import SharedTesting
import Testing

@Suite("A trace through the services", .timeLimit(.minutes(10)), .serialized)
struct TraceTests {
    private static let traceID = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let callerSpan = "00f067aa0ba902b7"

    @Test("a request's trace goes over gRPC, and both services send their spans of it")
    func requestToPeer() async throws {
        try await withSystem { system in
            try await withScriptableUpstream { collector in
                collector.script("/v1/traces", .text("{}", contentType: "application/json"))
                var traced = system
                traced.collector = URL(string: collector.baseURL)
                let loaded = try await LoadedSystem(traced)
                try await ask(loaded.ranking.httpPort, "/api/v1/rankings?period=daily")
                // What is left of the spans is sent when the services stop.
                try await loaded.stop()

                let spans = try collector.requests(to: "/v1/traces").flatMap(spans(of:))
                    .filter { $0.traceID == Self.traceID }
                let request = try #require(spans.first { $0.parent == Self.callerSpan })
                #expect(request.service == "ranking-service" && request.kind == 2)
                let call = try #require(spans.first { $0.parent == request.id && $0.kind == 3 })
                #expect(call.service == "ranking-service")
                let answer = try #require(spans.first { $0.parent == call.id })
                #expect(answer.service == "currency-service" && answer.kind == 2)
            }
        }
    }

    @Test("what a collection publishes is applied in the collection's trace")
    func events() async throws {
        try await withSystem { system in
            try await withScriptableUpstream { collector in
                collector.script("/v1/traces", .text("{}", contentType: "application/json"))
                var traced = system
                traced.collector = URL(string: collector.baseURL)
                try await LoadedSystem(traced).stop()

                let spans = try collector.requests(to: "/v1/traces").flatMap(spans(of:))
                let published = Set(spans.filter { $0.service == "data-ingestor" }.map(\.traceID))
                let applied = spans.filter { $0.kind == 5 && published.contains($0.traceID) }
                #expect(Set(applied.map(\.service)) == ["currency-service", "history-service"])
            }
        }
    }

    @Test("without a collector nothing is sent, and the trace still reaches the log of the peer")
    func notExported() async throws {
        try await withSystem { system in
            let loaded = try await LoadedSystem(system)
            let answer = try await ask(loaded.ranking.httpPort, "/api/v1/rankings?period=daily")
            #expect(answer.headers.first(name: "traceparent")?.contains(Self.traceID) == true)
            try await loaded.stop()
        }
    }

    @discardableResult
    private func ask(_ port: Int, _ path: String) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.headers.add(name: "traceparent", value: "00-\(Self.traceID)-\(Self.callerSpan)-01")
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        #expect(response.status == .ok)
        _ = try await response.body.collect(upTo: Web.limit)
        return response
    }

    /// A span as OTLP/HTTP writes it in JSON.
    private struct SentSpan {
        let service: String
        let traceID: String
        let id: String
        let parent: String?
        let kind: Int
    }

    private func spans(of request: RecordedRequest) throws -> [SentSpan] {
        let document = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        return objects(document?["resourceSpans"]).flatMap { group -> [SentSpan] in
            let resource = group["resource"] as? [String: Any]
            let name = objects(resource?["attributes"]).first { $0["key"] as? String == "service.name" }
            let service = (name?["value"] as? [String: Any])?["stringValue"] as? String ?? ""
            return objects(group["scopeSpans"]).flatMap { objects($0["spans"]) }.compactMap { span -> SentSpan? in
                guard let traceID = span["traceId"] as? String, let id = span["spanId"] as? String,
                    let kind = span["kind"] as? Int
                else { return nil }
                return SentSpan(
                    service: service, traceID: traceID, id: id, parent: span["parentSpanId"] as? String, kind: kind)
            }
        }
    }

    private func objects(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }
}
