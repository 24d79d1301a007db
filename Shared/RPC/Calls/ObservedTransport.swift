package import GRPCCore
package import GRPCNIOTransportHTTP2
import ServiceContextModule
import SharedTelemetry

/// The transport of a client, with every attempt of a call counted and followed: those too for which there is no
/// connection, of which an interceptor never hears.
package struct ObservedTransport: ClientTransport {
    package typealias Base = HTTP2ClientTransport.Posix
    package typealias Bytes = Base.Bytes

    private let base: Base
    private let telemetry: RPCTelemetry

    init(_ base: Base, telemetry: RPCTelemetry) {
        self.base = base
        self.telemetry = telemetry
    }

    package var retryThrottle: RetryThrottle? { base.retryThrottle }

    package func connect() async throws {
        try await base.connect()
    }

    package func beginGracefulShutdown() {
        base.beginGracefulShutdown()
    }

    package func config(forMethod descriptor: MethodDescriptor) -> MethodConfig? {
        base.config(forMethod: descriptor)
    }

    /// Makes an attempt within a span of its own, which is the context of what happens until its end.
    package func withStream<Result: Sendable>(
        descriptor: MethodDescriptor, options: CallOptions,
        _ closure: (RPCStream<Inbound, Outbound>, ClientContext) async throws -> Result
    ) async throws -> Result {
        let surroundings = ServiceContext.current ?? .topLevel
        let call = telemetry.begin(
            descriptor, parent: surroundings.traceParent, traceState: surroundings.traceState)
        do {
            let result = try await ServiceContext.withValue(surroundings.within(call.span)) {
                try await base.withStream(descriptor: descriptor, options: options) { stream, context in
                    let inbound = RPCAsyncSequence(wrapping: ObservedParts(base: stream.inbound, call: call))
                    let observed = RPCStream(descriptor: descriptor, inbound: inbound, outbound: stream.outbound)
                    return try await closure(observed, context)
                }
            }
            // Its status has been seen by now, or it was given up.
            call.end(isLate(call, options) ? .deadlineExceeded : .cancelled)
            return result
        } catch {
            call.end(isLate(call, options) ? .deadlineExceeded : Status.Code(of: error))
            throw error
        }
    }

    /// Whether it was given up because its time was over.
    private func isLate(_ call: RPCCall, _ options: CallOptions) -> Bool {
        guard Task.isCancelled, let timeout = options.timeout else { return false }
        return call.elapsed >= timeout
    }
}
