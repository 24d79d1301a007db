import GRPCCore
import ServiceContextModule
import SharedTelemetry

/// The metadata keys that carry a request's identity between services.
enum CarriedMetadata {
    static let correlationID = "x-correlation-id"
    /// https://www.w3.org/TR/trace-context/
    static let traceParent = "traceparent"
}

/// Sends the correlation id and trace context of the work at hand along with each call.
struct ClientContextInterceptor: ClientInterceptor {
    func intercept<Input: Sendable, Output: Sendable>(
        request: StreamingClientRequest<Input>,
        context: ClientContext,
        next: (StreamingClientRequest<Input>, ClientContext) async throws -> StreamingClientResponse<Output>
    ) async throws -> StreamingClientResponse<Output> {
        var request = request
        if let correlationID = ServiceContext.current?.correlationID {
            request.metadata.replaceOrAddString(correlationID, forKey: CarriedMetadata.correlationID)
        }
        if let trace = ServiceContext.current?.traceParent {
            request.metadata.replaceOrAddString("\(trace.child())", forKey: CarriedMetadata.traceParent)
        }
        return try await next(request, context)
    }
}
