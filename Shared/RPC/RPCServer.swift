import Foundation
package import GRPCCore
import GRPCNIOTransportHTTP2
package import Logging
import NIOCore
import ServiceLifecycle
package import SharedDomain
package import SharedTelemetry

/// A gRPC server as a service of the process: starts, says its port, drains on a graceful stop.
package final class RPCServer: Service {
    /// Where it listens, and the name of the setting that says so.
    package struct Settings: Sendable {
        package let host: String
        /// 0 picks a free port.
        package let port: Int
        package let portSetting: String
        package let security: RPCSecurity
        /// How long calls under way may take to end once the server stops; then their connection is closed.
        package let graceTime: Duration

        package init(
            host: String, port: Int, portSetting: String, security: RPCSecurity = .plaintext,
            graceTime: Duration = .seconds(5)
        ) {
            self.host = host
            self.port = port
            self.portSetting = portSetting
            self.security = security
            self.graceTime = graceTime
        }
    }

    /// A batch of events is under 1 MiB; nothing larger is asked for.
    package static let maximumRequestBytes = 4 * 1024 * 1024
    /// The flow-control window: bulk deliveries would stall on the default of 64 KiB.
    static let windowBytes = 1024 * 1024
    static let maximumConcurrentStreams = 256

    private let settings: Settings
    private let server: GRPCServer<ObservedServerTransport>
    private let health: HealthRegistry
    private let stop: ServerStop

    /// - Parameters:
    ///   - services: what it answers, beside the health service, which every server has.
    ///   - metrics: where its calls are counted.
    ///   - tracer: where they are followed.
    package init(
        settings: Settings, services: [any RegistrableRPCService], health: HealthRegistry, logger: Logger,
        metrics: MetricsRegistry = MetricsRegistry(), tracer: Tracer = .disabled, time: TimeSource = .system
    ) {
        self.settings = settings
        self.health = health
        stop = ServerStop(graceTime: settings.graceTime, time: time)
        let telemetry = RPCTelemetry(.server, metrics, tracer)
        var router = RPCRouter<ObservedServerTransport>()
        for service in services + [HealthService(registry: health)] { service.registerMethods(with: &router) }
        router.registerInterceptors(
            pipeline: [.apply(ServerContextInterceptor(logger: logger, telemetry: telemetry, stop: stop), to: .all)])
        let transport = ObservedServerTransport(
            Self.transport(settings), telemetry: telemetry, isKnown: router.hasHandler(forMethod:))
        server = GRPCServer(transport: transport, router: router)
    }

    private static func transport(_ settings: Settings) -> HTTP2ServerTransport.Posix {
        HTTP2ServerTransport.Posix(
            address: settings.host.contains(":")
                ? .ipv6(host: settings.host, port: settings.port) : .ipv4(host: settings.host, port: settings.port),
            transportSecurity: settings.security.ofServer,
            config: .defaults {
                $0.rpc.maxRequestPayloadSize = maximumRequestBytes
                $0.http2.targetWindowSize = windowBytes
                $0.http2.maxConcurrentStreams = maximumConcurrentStreams
                $0.connection.flushCoalescing = nil
                $0.channelDebuggingCallbacks.onAcceptTCPConnection = { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            StoppingConnectionHandler(graceTime: settings.graceTime), position: .first)
                    }
                }
            })
    }

    /// The port it listens on, once it does.
    package var boundPort: Int {
        get async throws {
            let address = try await server.transport.listeningAddress
            return address.ipv4?.port ?? address.ipv6?.port ?? settings.port
        }
    }

    /// Serves until stopped.
    /// - Throws: `PortTaken` when someone else listens there.
    package func run() async throws {
        do {
            try await withGracefulShutdownHandler {
                try await server.serve()
            } onGracefulShutdown: {
                self.stop.begin()
                self.health.set(.notServing)
                self.health.finishWatchers()
                self.server.beginGracefulShutdown()
            }
        } catch let error as RuntimeError {
            // What was still under way when the time to stop was over.
            if error.cause is CancellationError { return }
            guard let cause = error.cause as? IOError, cause.errnoCode == EADDRINUSE else { throw error }
            throw PortTaken(host: settings.host, port: settings.port, setting: settings.portSetting)
        }
    }
}
