/// Where the spans of one service come from.
package final class Tracer: Sendable {
    /// Continues traces and begins new ones, which are not sampled; records nothing.
    package static let disabled = Tracer(recording: nil)

    private struct Recording: Sendable {
        let resource: TraceResource
        let sampling: SpanSampling
        let exporter: any SpanExporter
        let clock: SpanClock
    }

    private let recording: Recording?

    private init(recording: Recording?) {
        self.recording = recording
    }

    /// A tracer that records what is sampled.
    ///
    /// - Parameters:
    ///   - sampleRatio: The share of new traces that is recorded, 0 to 1. A trace that comes with a request is recorded
    ///     when its caller recorded it.
    ///   - exporter: Where spans go when they end.
    package convenience init(
        resource: TraceResource, sampleRatio: Double, exporter: any SpanExporter, clock: SpanClock = .system
    ) {
        self.init(
            recording: Recording(
                resource: resource, sampling: SpanSampling(ratio: sampleRatio), exporter: exporter, clock: clock))
    }

    /// Begins a span: a child of `parent`, or the first of a new trace.
    ///
    /// - Parameters:
    ///   - name: What is done, with few different values: a route's template, a method's name.
    ///   - traceState: What came along with the parent.
    package func start(
        _ name: String, kind: SpanKind, parent: TraceParent?, traceState: TraceState? = nil
    ) -> Span {
        let context = parent?.child() ?? newTrace()
        // A state without its parent means nothing (W3C Trace Context, section 3.3).
        let traceState = parent == nil ? nil : traceState
        guard let recording, context.isSampled else {
            return Span(context: context, traceState: traceState, recorder: nil)
        }
        let origin = SpanRecorder.Origin(
            resource: recording.resource, context: context, parent: parent, traceState: traceState, name: name,
            kind: kind)
        let recorder = SpanRecorder(origin, clock: recording.clock, exporter: recording.exporter)
        return Span(context: context, traceState: traceState, recorder: recorder)
    }

    private func newTrace() -> TraceParent {
        let trace = TraceParent.make(isSampled: false)
        return recording?.sampling.takes(trace) == true ? trace.sampled : trace
    }
}
