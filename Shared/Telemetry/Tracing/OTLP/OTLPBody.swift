/// Spans as the body of a request: `ExportTraceServiceRequest` of opentelemetry-proto in its JSON form.
///
/// The mapping is proto3's, with two exceptions of OTLP's own: ids are hexadecimal, enums are numbers. 64-bit integers are
/// decimal texts (opentelemetry.io/docs/specs/otlp, "JSON Protobuf Encoding").
enum OTLPBody {
    static let contentType = "application/json"

    /// The body; spans of one resource stand together, in the order in which they came.
    static func json(_ spans: [FinishedSpan]) -> String {
        var resources: [TraceResource] = []
        for span in spans where !resources.contains(span.resource) { resources.append(span.resource) }
        let groups = resources.map { resource in
            let own = spans.filter { $0.resource == resource }.map(json)
            return object([
                ("resource", object([("attributes", json(resource.attributes))])),
                (
                    "scopeSpans",
                    array([
                        object([
                            ("scope", object([("name", quoted(scope)), ("version", quoted(resource.version))])),
                            ("spans", array(own)),
                        ])
                    ])
                ),
            ])
        }
        return object([("resourceSpans", array(groups))])
    }

    /// What made the spans.
    private static let scope = "currency-travel"

    private static func json(_ span: FinishedSpan) -> String {
        var members = [
            ("traceId", quoted(span.context.traceID)), ("spanId", quoted(span.context.spanID)),
            ("flags", span.context.isSampled ? "1" : "0"),
        ]
        if let state = span.traceState { members.append(("traceState", quoted(state.description))) }
        if let parent = span.parent { members.append(("parentSpanId", quoted(parent.spanID))) }
        members += [
            ("name", quoted(span.name)), ("kind", "\(span.kind.rawValue)"),
            ("startTimeUnixNano", quoted("\(span.startedAt)")), ("endTimeUnixNano", quoted("\(span.endedAt)")),
            ("attributes", json(span.attributes)),
        ]
        if span.droppedAttributes > 0 { members.append(("droppedAttributesCount", "\(span.droppedAttributes)")) }
        members.append(("status", json(span.status)))
        return object(members)
    }

    private static func json(_ status: SpanStatus) -> String {
        switch status {
        case .unset: "{}"
        case .ok: object([("code", "1")])
        case .error(let message): object([("code", "2"), ("message", quoted(message))])
        }
    }

    private static func json(_ attributes: [(key: String, value: SpanValue)]) -> String {
        array(attributes.map { object([("key", quoted($0.key)), ("value", json($0.value))]) })
    }

    private static func json(_ value: SpanValue) -> String {
        switch value {
        case .string(let text): object([("stringValue", quoted(text))])
        case .int(let number): object([("intValue", quoted("\(number)"))])
        case .double(let number): object([("doubleValue", json(number))])
        case .bool(let claim): object([("boolValue", "\(claim)")])
        }
    }

    /// JSON has no number for what is not finite; proto3 has these texts.
    private static func json(_ number: Double) -> String {
        if number.isNaN { return quoted("NaN") }
        if number.isInfinite { return quoted(number < 0 ? "-Infinity" : "Infinity") }
        return "\(number)"
    }

    private static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }
    private static func quoted(_ text: String) -> String { JSONText.quoting(text, atMost: .max) }
}
