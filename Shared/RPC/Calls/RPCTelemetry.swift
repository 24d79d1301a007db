import GRPCCore
import SharedContracts
import SharedTelemetry

/// Where the calls of one side are counted and followed.
struct RPCTelemetry: Sendable {
    /// Whose calls they are.
    enum Side: Sendable {
        /// Calls that come in.
        case server
        /// Calls that are made to the peer with this name, at this place.
        case client(peer: String, host: String, port: Int)
    }

    private let side: Side
    private let requests: CounterFamily
    private let durations: HistogramFamily
    private let tracer: Tracer

    /// Declares `rpc_server_requests_total` and `rpc_server_duration_seconds`, or the same of a client: one attempt is
    /// one request. Methods are those of our descriptors, and `_OTHER` for all others, so the label sets are bounded.
    init(_ side: Side, _ registry: MetricsRegistry, _ tracer: Tracer) {
        self.side = side
        self.tracer = tracer
        switch side {
        case .server:
            requests = registry.counter(
                "rpc_server_requests_total", "Calls answered over gRPC, by method (_OTHER: none of ours) and status.",
                labels: ["method", "code"])
            durations = registry.histogram(
                "rpc_server_duration_seconds", "How long calls over gRPC took to answer, streams to their end.",
                labels: ["method"])
        case .client:
            requests = registry.counter(
                "rpc_client_requests_total", "Calls made over gRPC, every attempt, by peer, method and status.",
                labels: ["peer", "method", "code"])
            durations = registry.histogram(
                "rpc_client_duration_seconds", "How long calls over gRPC took to be answered, streams to their end.",
                labels: ["peer", "method"])
        }
    }

    /// What peers ask every few seconds, whether anything happens or not.
    private static let routine: Set<MethodDescriptor> = [
        HealthV1Health.Method.Check.descriptor, HealthV1Health.Method.Watch.descriptor,
        EventsV1EventSink.Method.Position.descriptor,
    ]

    /// Begins a call.
    /// - Parameters:
    ///   - parent: the trace it belongs to. A call without one begins a trace, if it comes in and is not routine; what is
    ///     called without one is no work worth following.
    func begin(_ method: MethodDescriptor, parent: TraceParent?, traceState: TraceState?) -> RPCCall {
        call(named: method.fullyQualifiedMethod, span: span(of: method, parent, traceState))
    }

    /// Begins a call of a method that the server does not have. What callers think up has no bound, so all of it goes by
    /// one name, that of the OpenTelemetry semantic conventions for RPC, and is not followed.
    func beginUnknown() -> RPCCall {
        call(named: "_OTHER", span: nil)
    }

    private func call(named name: String, span: Span?) -> RPCCall {
        RPCCall(span: span, isFailure: isFailure) { code, duration in
            switch side {
            case .server:
                requests.with(name, GRPCStatusName.of(code)).add()
                durations.with(name).observe(duration)
            case .client(let peer, _, _):
                requests.with(peer, name, GRPCStatusName.of(code)).add()
                durations.with(peer, name).observe(duration)
            }
        }
    }

    /// A caller sees every status but OK as a failure; a server only those that are no fault of its callers.
    private func isFailure(_ code: Status.Code) -> Bool {
        switch side {
        case .client: code != .ok
        case .server:
            [.unknown, .deadlineExceeded, .unimplemented, .internalError, .unavailable, .dataLoss].contains(code)
        }
    }

    /// Named and described by the OpenTelemetry semantic conventions for RPC.
    private func span(of method: MethodDescriptor, _ parent: TraceParent?, _ traceState: TraceState?) -> Span? {
        let kind: SpanKind
        switch side {
        case .server:
            if parent == nil, Self.routine.contains(method) { return nil }
            kind = .server
        case .client:
            if parent == nil { return nil }
            kind = .client
        }
        let span = tracer.start(method.fullyQualifiedMethod, kind: kind, parent: parent, traceState: traceState)
        guard span.isRecording else { return span }
        span.set("rpc.system", "grpc")
        span.set("rpc.service", .string(method.service.fullyQualifiedService))
        span.set("rpc.method", .string(method.method))
        if case .client(_, let host, let port) = side {
            span.set("server.address", .string(host))
            span.set("server.port", .int(port))
        }
        return span
    }
}
