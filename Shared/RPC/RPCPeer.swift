package import GRPCCore
import GRPCNIOTransportHTTP2
import ServiceLifecycle
import SharedContracts
package import SharedTelemetry
import SwiftProtobuf

/// The connection to another service: kept up in the background, found again when the peer comes back.
package final class RPCPeer: Service {
    /// What the generated clients are made over.
    package typealias Client = GRPCClient<Transport>
    package typealias Transport = ObservedTransport

    /// The largest answer a peer may give.
    static let maximumResponseBytes = 4 * 1024 * 1024
    /// How long a health check may take.
    static let healthTimeout = Duration.seconds(1)

    /// The peer's name, as `/health` shows it.
    package let name: String
    package let client: Client

    /// - Parameters:
    ///   - host: a name or an address.
    ///   - methods: every method that is called, with its deadline; a method that is not listed has `defaultTimeout`.
    ///   - security: whether the connection is protected. The server's certificate must be for `host`.
    ///   - metrics: where its calls are counted.
    ///   - tracer: where they are followed.
    package convenience init(
        name: String, host: String, port: Int, methods: [MethodPolicy], defaultTimeout: Duration = .seconds(5),
        security: RPCSecurity = .plaintext, metrics: MetricsRegistry = MetricsRegistry(), tracer: Tracer = .disabled
    ) throws {
        try self.init(
            name: name, host: host, port: port, methods: methods, defaultTimeout: defaultTimeout,
            transportSecurity: security.ofClient(calling: .server(host: host), named: name),
            telemetry: RPCTelemetry(.client(peer: name, host: host, port: port), metrics, tracer))
    }

    private init(
        name: String, host: String, port: Int, methods: [MethodPolicy], defaultTimeout: Duration,
        transportSecurity: Transport.Base.TransportSecurity, telemetry: RPCTelemetry
    ) throws {
        self.name = name
        let health = MethodPolicy(
            HealthV1Health.Method.Check.descriptor, timeout: Self.healthTimeout, isIdempotentRead: false)
        let others = MethodConfig(names: [MethodConfig.Name(service: "")], timeout: defaultTimeout)
        let transport = try Transport.Base(
            target: Self.target(host: host, port: port),
            transportSecurity: transportSecurity,
            config: .defaults {
                $0.connection.flushCoalescing = nil
                // Idle connections stay: the next call must not pay for a new one.
                $0.connection.maxIdleTime = nil
                $0.http2.targetWindowSize = RPCServer.windowBytes
                $0.backoff.initial = .milliseconds(100)
                $0.backoff.max = .milliseconds(500)
            },
            serviceConfig: ServiceConfig(methodConfig: (methods + [health]).map(\.methodConfig) + [others]))
        client = GRPCClient(
            transport: Transport(transport, telemetry: telemetry), interceptors: [ClientContextInterceptor()])
    }

    /// An address is no name to resolve, nor one to send in the handshake (RFC 6066, section 3).
    private static func target(host: String, port: Int) -> any ResolvableTarget {
        switch IPAddressText(host) {
        case .version4: .ipv4(address: host, port: port)
        case .version6: .ipv6(address: host, port: port)
        case nil: .dns(host: host, port: port)
        }
    }

    /// Keeps the connection until stopped.
    package func run() async throws {
        try await withGracefulShutdownHandler {
            try await client.runConnections()
        } onGracefulShutdown: {
            self.client.beginGracefulShutdown()
        }
    }

    /// Asks the peer's health service.
    /// - Returns: whether the peer says that it serves.
    /// - Throws: `RPCError` when it does not answer within a second.
    package func isServing() async throws -> Bool {
        let reply = try await HealthV1Health.Client(wrapping: client).check(.with { $0.service = "" })
        return reply.status == .serving
    }
}
