import GRPCCore
import GRPCNIOTransportHTTP2

/// The transport of a server, with the calls counted that ask for a method nobody has: an interceptor never hears of
/// those.
struct ObservedServerTransport: ServerTransport {
    typealias Base = HTTP2ServerTransport.Posix
    typealias Bytes = Base.Bytes

    private let base: Base
    private let telemetry: RPCTelemetry
    private let isKnown: @Sendable (MethodDescriptor) -> Bool

    /// - Parameter isKnown: whether the server has that method.
    init(_ base: Base, telemetry: RPCTelemetry, isKnown: @escaping @Sendable (MethodDescriptor) -> Bool) {
        self.base = base
        self.telemetry = telemetry
        self.isKnown = isKnown
    }

    /// Where it listens, once it does.
    var listeningAddress: SocketAddress {
        get async throws { try await base.listeningAddress }
    }

    func configure(context: GRPCServerContext) {
        base.configure(context: context)
    }

    func listen(
        streamHandler: @escaping @Sendable (RPCStream<Inbound, Outbound>, ServerContext) async -> Void
    ) async throws {
        try await base.listen { stream, context in
            let unknown = isKnown(stream.descriptor) ? nil : telemetry.beginUnknown()
            await streamHandler(stream, context)
            unknown?.end(.unimplemented)
        }
    }

    func beginGracefulShutdown() {
        base.beginGracefulShutdown()
    }
}
