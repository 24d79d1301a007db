import GRPCCore
import Logging
import ServiceContextModule
import SharedDomain
import SharedTelemetry

/// Gives every call its correlation id and trace context, counts it, and lets only errors that we meant to send out.
struct ServerContextInterceptor: ServerInterceptor {
    let logger: Logger
    let telemetry: RPCTelemetry
    let stop: ServerStop

    func intercept<Input: Sendable, Output: Sendable>(
        request: StreamingServerRequest<Input>,
        context: ServerContext,
        next: @Sendable (StreamingServerRequest<Input>, ServerContext) async throws -> StreamingServerResponse<Output>
    ) async throws -> StreamingServerResponse<Output> {
        let carried = ServiceContext(carriedBy: request.metadata)
        let call = telemetry.begin(
            context.descriptor, parent: carried.traceParent, traceState: carried.traceState)
        let working = carried.within(call.span)
        let timeout = CallTimeout.of(request.metadata)
        let response = try await answering(context, call, timeout, in: working) {
            // The task group in which it runs has ended when this returns.
            try await withoutActuallyEscaping(next) { next in
                try await whileCallerWaits(context) { try await next(request, context) }
            }
        }
        switch response.accepted {
        case .failure(let error):
            call.end(Status.Code(error.code))
            return response
        case .success(var contents):
            // The producer runs after this function has returned: it needs the context of its own.
            let producer = contents.producer
            contents.producer = { writer in
                let trailers = try await answering(context, call, timeout, in: working) {
                    try await whileCallerWaits(context) { try await producer(writer) }
                }
                call.end(.ok)
                return trailers
            }
            return StreamingServerResponse(accepted: .success(contents))
        }
    }

    private func answering<Result>(
        _ context: ServerContext, _ call: RPCCall, _ timeout: Duration?, in working: ServiceContext,
        _ work: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await ServiceContext.withValue(working) { try await work() }
        } catch {
            // What cannot be written to a caller that has gone is no failure.
            let isOver = context.cancellation.isCancelled && !stop.isUnderWay && !(error is ServiceError)
            let cause = isOver ? CancellationError() : error
            // The timer may have begun a little before the call was noted.
            let isLate = cause is CancellationError && timeout.map { call.elapsed >= $0 * 0.9 } == true
            let late = RPCError(code: .deadlineExceeded, message: "the call's time is over")
            let answer =
                isLate ? late : answer(to: cause, of: context.descriptor.fullyQualifiedMethod, in: working)
            call.end(Status.Code(answer.code))
            throw answer
        }
    }

    /// Runs the work, and cancels it when the caller has gone or its deadline has passed, which the library only says,
    /// or when the server stops and the time that this leaves is over.
    private func whileCallerWaits<Result: Sendable>(
        _ context: ServerContext, _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await context.cancellation.cancelled
                try await stop.graceTimePassed()
                return nil
            }
            defer { group.cancelAll() }
            while let outcome = try await group.next() {
                if let result = outcome { return result }
                group.cancelAll()
            }
            throw CancellationError()
        }
    }

    /// What the caller is told of an error.
    private func answer(to error: any Error, of method: String, in context: ServiceContext) -> RPCError {
        switch error {
        case let error as RPCError: return error
        case let error as any RPCErrorConvertible: return RPCError(error)
        case is CancellationError where stop.isUnderWay:
            // The caller may ask elsewhere, or later.
            return RPCError(code: .unavailable, message: "the service is stopping")
        case is CancellationError: return RPCError(code: .cancelled, message: "the call was cancelled")
        default:
            ServiceContext.withValue(context) {
                logger.error("a call failed", metadata: ["method": "\(method)", "cause": "\(error)"])
            }
            return RPCError(code: .internalError, message: "internal error")
        }
    }
}
