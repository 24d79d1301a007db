import GRPCCore
import Logging
import ServiceContextModule
import SharedDomain
import SharedTelemetry

/// Gives every call its correlation id and trace context, and lets only errors that we meant to send out.
struct ServerContextInterceptor: ServerInterceptor {
    let logger: Logger

    func intercept<Input: Sendable, Output: Sendable>(
        request: StreamingServerRequest<Input>,
        context: ServerContext,
        next: @Sendable (StreamingServerRequest<Input>, ServerContext) async throws -> StreamingServerResponse<Output>
    ) async throws -> StreamingServerResponse<Output> {
        let carried = ServiceContext(carriedBy: request.metadata)
        let method = context.descriptor.fullyQualifiedMethod
        let response = try await answering(method, with: carried) { try await next(request, context) }
        return StreamingServerResponse(
            accepted: response.accepted.map { contents in
                // The producer runs after this function has returned: it needs the context of its own.
                var wrapped = contents
                wrapped.producer = { writer in
                    try await answering(method, with: carried) { try await contents.producer(writer) }
                }
                return wrapped
            })
    }

    private func answering<Result>(
        _ method: String, with carried: ServiceContext, _ work: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await ServiceContext.withValue(carried) { try await work() }
        } catch let error as RPCError {
            throw error
        } catch let error as any RPCErrorConvertible {
            throw RPCError(error)
        } catch is CancellationError {
            throw RPCError(code: .cancelled, message: "the call was cancelled")
        } catch {
            ServiceContext.withValue(carried) {
                logger.error("a call failed", metadata: ["method": "\(method)", "cause": "\(error)"])
            }
            throw RPCError(code: .internalError, message: "internal error")
        }
    }
}

extension ServiceContext {
    /// What a call's metadata says of the request it is part of; a correlation id is made where none came.
    fileprivate init(carriedBy metadata: Metadata) {
        self = .topLevel
        let given = metadata[stringValues: CarriedMetadata.correlationID].first { _ in true }
        correlationID = given.flatMap(CorrelationID.init)?.value ?? CorrelationID.make().value
        traceParent = metadata[stringValues: CarriedMetadata.traceParent].first { _ in true }.flatMap(TraceParent.init)
    }
}
