package import ServiceContextModule

extension ServiceContext {
    /// The correlation id of the request that is being worked on.
    ///
    /// Set only what `CorrelationID` accepts; `withRequestContext` sees to that.
    package var correlationID: String? {
        get { self[CorrelationIDKey.self] }
        set { self[CorrelationIDKey.self] = newValue }
    }

    /// Where in a trace the work stands: its own span, or the one that the request came with.
    package var traceParent: TraceParent? {
        get { self[TraceParentKey.self] }
        set { self[TraceParentKey.self] = newValue }
    }

    /// What came along with the trace.
    package var traceState: TraceState? {
        get { self[TraceStateKey.self] }
        set { self[TraceStateKey.self] = newValue }
    }
}

private enum CorrelationIDKey: ServiceContextKey {
    typealias Value = String
    static var nameOverride: String? { "correlation-id" }
}

private enum TraceParentKey: ServiceContextKey {
    typealias Value = TraceParent
    static var nameOverride: String? { "traceparent" }
}

private enum TraceStateKey: ServiceContextKey {
    typealias Value = TraceState
    static var nameOverride: String? { "tracestate" }
}

/// Runs an operation as part of a request: what it logs, calls and publishes carries these.
///
/// Other values of the surrounding context are kept; a trace of the surroundings is not.
package func withRequestContext<Result>(
    correlationID: CorrelationID, traceParent: TraceParent?, traceState: TraceState? = nil,
    isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
) async rethrows -> Result {
    var context = ServiceContext.current ?? .topLevel
    context.correlationID = correlationID.value
    context.traceParent = traceParent
    context.traceState = traceState
    return try await ServiceContext.withValue(context, operation: operation)
}
