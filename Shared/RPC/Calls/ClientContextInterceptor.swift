import GRPCCore
import ServiceContextModule
import SharedTelemetry

/// Sends the correlation id and the trace context of the call, which has a span of its own by then, along with it.
struct ClientContextInterceptor: ClientInterceptor {
    func intercept<Input: Sendable, Output: Sendable>(
        request: StreamingClientRequest<Input>,
        context: ClientContext,
        next: (StreamingClientRequest<Input>, ClientContext) async throws -> StreamingClientResponse<Output>
    ) async throws -> StreamingClientResponse<Output> {
        var request = request
        let current = ServiceContext.current
        if let correlationID = current?.correlationID {
            request.metadata.replaceOrAddString(correlationID, forKey: CarriedMetadata.correlationID)
        }
        if let trace = current?.traceParent {
            request.metadata.replaceOrAddString("\(trace)", forKey: CarriedMetadata.traceParent)
            if let state = current?.traceState {
                request.metadata.replaceOrAddString("\(state)", forKey: CarriedMetadata.traceState)
            }
        }
        return try await next(request, context)
    }
}
