package import SharedTelemetry
import Synchronization

/// Keeps the spans that end, in that order, for tests of what can be followed.
package final class RecordedSpans: SpanExporter {
    private let recorded = Mutex<[FinishedSpan]>([])

    /// Without spans.
    package init() {}

    /// Keeps one.
    package func export(_ span: FinishedSpan) {
        recorded.withLock { $0.append(span) }
    }

    /// What has ended so far.
    package var all: [FinishedSpan] { recorded.withLock { $0 } }

    /// Those of one kind.
    package func of(_ kind: SpanKind) -> [FinishedSpan] { all.filter { $0.kind == kind } }

    /// A tracer that records every trace here.
    package func tracer(of service: String = "test") -> Tracer {
        Tracer(
            resource: TraceResource(service: service, version: "1", environment: "test", instance: "1"),
            sampleRatio: 1, exporter: self)
    }
}

extension FinishedSpan {
    /// The value of an attribute.
    package subscript(_ key: String) -> SpanValue? { attributes.first { $0.key == key }?.value }
}
