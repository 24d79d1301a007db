import Foundation
import Testing

@testable import SharedTelemetry

/// The expectations are of opentelemetry-proto's `trace.proto`, `common.proto`, `resource.proto`, and of "JSON Protobuf
/// Encoding" in the protocol's specification.
@Suite("spans as OTLP JSON")
struct OTLPBodyTests {
    private func object(_ spans: [FinishedSpan]) throws -> NSDictionary {
        let data = Data(OTLPBody.json(spans).utf8)
        return try #require(JSONSerialization.jsonObject(with: data) as? NSDictionary)
    }

    private func span(
        _ resource: TraceResource = someResource, name: String = "a",
        attributes: [(key: String, value: SpanValue)] = [],
        parent: String? = nil, state: String? = nil, kind: SpanKind = .internal, status: SpanStatus = .unset,
        dropped: Int = 0
    ) throws -> FinishedSpan {
        FinishedSpan(
            resource: resource,
            context: try #require(TraceParent("00-5b8efff798038103d269b633813fc60c-eee19b7ec3c1b174-01")),
            parent: parent.flatMap(TraceParent.init), traceState: state.flatMap(TraceState.init), name: name,
            kind: kind,
            startedAt: 1_544_712_660_000_000_000, endedAt: 1_544_712_661_000_000_001, attributes: attributes,
            droppedAttributes: dropped, status: status)
    }

    @Test("a span is written field by field as the protocol has it")
    func whole() throws {
        let span = try span(
            name: "I'm a \"server\" span",
            attributes: [
                ("text", "val\n"), ("whole", .int(.max)), ("part", 0.5), ("claim", true), ("none", .double(.nan)),
                ("low", .double(-.infinity)),
            ],
            parent: "00-5b8efff798038103d269b633813fc60c-eee19b7ec3c1b173-01", state: "rojo=1", kind: .server,
            status: .error("broken"), dropped: 3)
        func attribute(_ key: String, _ type: String, _ value: Any) -> NSDictionary {
            ["key": key, "value": [type: value] as NSDictionary]
        }
        let expected: NSDictionary = [
            "resourceSpans": [
                [
                    "resource": [
                        "attributes": [
                            attribute("service.name", "stringValue", "currency"),
                            attribute("service.namespace", "stringValue", "currency-travel"),
                            attribute("service.version", "stringValue", "1.2.3"),
                            attribute("service.instance.id", "stringValue", "i-1"),
                            attribute("deployment.environment.name", "stringValue", "dev"),
                        ]
                    ],
                    "scopeSpans": [
                        [
                            "scope": ["name": "currency-travel", "version": "1.2.3"],
                            "spans": [
                                [
                                    "traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174",
                                    "parentSpanId": "eee19b7ec3c1b173", "traceState": "rojo=1", "flags": 1,
                                    "name": "I'm a \"server\" span", "kind": 2,
                                    "startTimeUnixNano": "1544712660000000000",
                                    "endTimeUnixNano": "1544712661000000001",
                                    "attributes": [
                                        attribute("text", "stringValue", "val\n"),
                                        attribute("whole", "intValue", "9223372036854775807"),
                                        attribute("part", "doubleValue", 0.5), attribute("claim", "boolValue", true),
                                        attribute("none", "doubleValue", "NaN"),
                                        attribute("low", "doubleValue", "-Infinity"),
                                    ],
                                    "droppedAttributesCount": 3, "status": ["code": 2, "message": "broken"],
                                ]
                            ],
                        ]
                    ],
                ]
            ]
        ]
        #expect(try object([span]) == expected)
    }

    @Test("a first span has no parent, and a status of which nothing is said is empty")
    func root() throws {
        let text = OTLPBody.json([try span()])
        #expect(!text.contains("parentSpanId") && !text.contains("traceState") && !text.contains("dropped"))
        #expect(text.contains(#""status":{}"#))
        #expect(OTLPBody.json([try span(status: .ok)]).contains(#""status":{"code":1}"#))
    }

    // trace.proto, Span.SpanKind.
    @Test(
        "kinds have the protocol's numbers",
        arguments: [(SpanKind.internal, 1), (.server, 2), (.client, 3), (.producer, 4), (.consumer, 5)])
    func kinds(_ kind: SpanKind, _ number: Int) throws {
        #expect(OTLPBody.json([try span(kind: kind)]).contains("\"kind\":\(number),"))
    }

    @Test("spans of several services are grouped")
    func groups() throws {
        let other = TraceResource(service: "history", version: "2", environment: "dev", instance: "i-2")
        let spans = [try span(name: "a"), try span(other, name: "b"), try span(name: "c")]
        #expect(try names(in: object(spans)) == [["a", "c"], ["b"]])
    }

    @Test("whatever a text holds, the body is JSON and holds it")
    func hostile() throws {
        let text = String(String.UnicodeScalarView((0...0x3FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "😀"]))
        let read = try names(in: object([try span(name: text, attributes: [("k\"", .string(text))])]))
        #expect(read == [[text]])
    }

    /// The names of the spans of each resource.
    private func names(in request: NSDictionary) throws -> [[String]] {
        try #require(request["resourceSpans"] as? [NSDictionary]).map { group in
            let scopes = group["scopeSpans"] as? [NSDictionary] ?? []
            return (scopes.first?["spans"] as? [NSDictionary] ?? []).compactMap { $0["name"] as? String }
        }
    }
}
