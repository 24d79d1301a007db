import HTTPTypes
import SharedTelemetry

/// The names a request goes by in logs, in answers and at other services.
struct RequestIdentity: Sendable {
    /// The client's `X-Correlation-ID` if it is well formed, else one of ours.
    let correlationID: CorrelationID
    /// The client's `traceparent` if it is well formed.
    let traceParent: TraceParent?
    /// The client's `tracestate` if it came with a `traceparent` and is well formed.
    let traceState: TraceState?

    init(_ headers: HTTPFields) {
        self.correlationID = headers[.correlationID].flatMap(CorrelationID.init) ?? .make()
        self.traceParent = headers[.traceParent].flatMap(TraceParent.init)
        self.traceState = traceParent == nil ? nil : headers[.traceState].flatMap(TraceState.init)
    }

    /// What an error names for a person to quote to us.
    var traceID: String { traceParent?.traceID ?? correlationID.value }
}
