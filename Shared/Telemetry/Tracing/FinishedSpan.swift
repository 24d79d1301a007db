/// A span that has ended, as it is sent to a collector.
package struct FinishedSpan: Sendable {
    /// Whose it is.
    package let resource: TraceResource
    /// The trace and the span.
    package let context: TraceParent
    /// The span it is a part of; nil for the first of a trace.
    package let parent: TraceParent?
    /// What came along in `tracestate`.
    package let traceState: TraceState?
    /// What was done, with few different values: a route's template, a method's name.
    package let name: String
    /// Its role in a call.
    package let kind: SpanKind
    /// Nanoseconds since 1970.
    package let startedAt: UInt64
    /// Nanoseconds since 1970, not before the start.
    package let endedAt: UInt64
    /// In the order in which they were set first.
    package let attributes: [(key: String, value: SpanValue)]
    /// How many attributes found no place.
    package let droppedAttributes: Int
    /// How it ended.
    package let status: SpanStatus
}
