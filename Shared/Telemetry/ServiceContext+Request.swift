package import ServiceContextModule

extension ServiceContext {
    /// The correlation id of the request that is being worked on.
    ///
    /// Set only what `CorrelationID` accepts; `withRequestContext` sees to that.
    package var correlationID: String? {
        get { request.correlationID }
        set { request.correlationID = newValue }
    }

    /// Where in a trace the work stands: its own span, or the one that the request came with.
    package var traceParent: TraceParent? {
        get { request.traceParent }
        set { request.traceParent = newValue }
    }

    /// What came along with the trace.
    package var traceState: TraceState? {
        get { request.traceState }
        set { request.traceState = newValue }
    }

    /// All of it together: one entry costs less than three.
    fileprivate var request: RequestNames {
        get { self[RequestKey.self] ?? RequestNames() }
        set { self[RequestKey.self] = newValue }
    }
}

/// The names of a request.
private struct RequestNames: Sendable {
    var correlationID: String?
    var traceParent: TraceParent?
    var traceState: TraceState?
}

private enum RequestKey: ServiceContextKey {
    typealias Value = RequestNames
    static var nameOverride: String? { "request" }
}

extension ServiceContext {
    /// The current context with these names of a request. Other values are kept; a trace of the surroundings is not.
    package static func ofRequest(
        correlationID: CorrelationID, traceParent: TraceParent?, traceState: TraceState? = nil
    ) -> ServiceContext {
        var context = ServiceContext.current ?? .topLevel
        context.request = RequestNames(
            correlationID: correlationID.value, traceParent: traceParent, traceState: traceState)
        return context
    }
}

/// Runs an operation as part of a request: what it logs, calls and publishes carries these.
///
/// Other values of the surrounding context are kept; a trace of the surroundings is not.
package func withRequestContext<Result>(
    correlationID: CorrelationID, traceParent: TraceParent?, traceState: TraceState? = nil,
    isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> Result
) async rethrows -> Result {
    let context = ServiceContext.ofRequest(
        correlationID: correlationID, traceParent: traceParent, traceState: traceState)
    return try await ServiceContext.withValue(context, operation: operation)
}
