/// A piece of work in a trace, from `Tracer.start` to `end`. One that is not sampled is its context and nothing else.
package struct Span: Sendable {
    /// Its place in the trace: what goes into `traceparent` of the calls made from here.
    package let context: TraceParent
    /// What came with the parent in `tracestate`, to go with those calls too.
    package let traceState: TraceState?

    private let recorder: SpanRecorder?

    init(context: TraceParent, traceState: TraceState?, recorder: SpanRecorder?) {
        self.context = context
        self.traceState = traceState
        self.recorder = recorder
    }

    /// Whether attributes are kept; where making them costs something, ask first.
    package var isRecording: Bool { recorder != nil }

    /// Sets an attribute, over an earlier one with its name. Never anything that may hold a secret.
    package func set(_ key: String, _ value: SpanValue) {
        recorder?.set(key, value)
    }

    /// Ends it and hands it on; what is set or ended later is ignored.
    package func end(_ status: SpanStatus = .unset) {
        recorder?.end(status)
    }
}
