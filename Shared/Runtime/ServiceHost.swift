package import GRPCCore
import Logging
package import ServiceLifecycle
import SharedConfig
package import SharedDatabase
package import SharedHTTP
package import SharedRPC
import SharedTelemetry
import UnixSignals

/// One service, put together and ready to run: its two doors, its connections, its work in the background.
package final class ServiceHost: Sendable {
    private let store: Store
    private let rpc: RPCServer
    private let edge: EdgeApplication
    private let group: ServiceGroup

    /// - Parameters:
    ///   - store: closed when the service stops.
    ///   - routes: what it answers over HTTP, beside health and version.
    ///   - rpcServices: what it answers over gRPC, beside health.
    ///   - peers: the services it calls; their health is watched and shown.
    ///   - background: what else runs while it does. Stopped after the doors and before the connections.
    ///   - job: work that ends the process: when it returns the service stops, when it throws the service fails.
    ///   - report: what the service says of itself when its health is asked for.
    package init(
        _ tools: ServiceTools, store: Store, routes: [Route] = [], rpcServices: [any RegistrableRPCService] = [],
        peers: [RPCPeer] = [], background: [any Service] = [], job: (@Sendable () async throws -> Void)? = nil,
        report: @escaping @Sendable () async -> ServiceReport
    ) throws {
        let (identity, config, environment) = (tools.identity, tools.config, tools.environment)
        let logger = environment.logger
        let health = HealthRegistry()
        let monitor = PeerMonitor(peers: peers, time: environment.time)
        let gathering = HealthGathering(store: store, monitor: monitor, health: health, report: report)
        self.store = store
        StoreMetrics.register(store, in: tools.metrics)
        ProcessMetrics.register(in: tools.metrics)
        BuildInfo.register(
            in: tools.metrics, service: identity.executable, version: BuildSettings.version,
            revision: config.buildRevision ?? "unknown", environment: config.common.environment.rawValue)
        rpc = RPCServer(
            settings: RPCServer.Settings(
                host: config.common.bindHost, port: config.listen.grpcPort,
                portSetting: identity.addresses.grpcPort.name, security: tools.security),
            services: rpcServices, health: health, logger: logger, metrics: tools.metrics, tracer: tools.tracer)
        edge = try EdgeApplication.make(
            settings: EdgeSettings(config, portSetting: identity.addresses.httpPort.name), routes: routes,
            health: HealthReporter { await gathering.gather() },
            build: BuildInformation(identity, config), logger: logger, about: identity.purpose,
            services: EdgeServices(tools),
            time: environment.time)
        let readiness = ReadinessService(rpc: rpc, edge: edge, health: health, logger: logger)
        // Stopped in the reverse order.
        var services: [ServiceGroupConfiguration.ServiceConfiguration] =
            [tools.background, [rpc], peers, [monitor], background, [edge, readiness]].joined()
            .map { .init(service: $0) }
        if let job {
            services.append(
                .init(
                    service: JobService(job: job), successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup))
        }
        var configuration = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: environment.stopsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
        configuration.maximumGracefulShutdownDuration = config.common.shutdownTimeout
        // An executable ends even if something does not heed that it is cancelled; a test would end with it.
        if environment.stopsOnSignals { configuration.maximumCancellationDuration = config.common.shutdownTimeout }
        group = ServiceGroup(configuration: configuration)
    }

    /// Runs until it is stopped, then closes the store.
    /// - Throws: what ended the service: a taken port, or the failure of its job.
    package func run() async throws {
        do {
            try await group.run()
        } catch {
            await store.close()
            throw error
        }
        await store.close()
    }

    /// Begins a graceful stop; `run()` returns when it is done.
    package func stop() async {
        await group.triggerGracefulShutdown()
    }

    /// The port of the HTTP API, once it is listened on.
    package var httpPort: Int { get async throws { try await edge.boundPort } }

    /// The port of gRPC, once it is listened on.
    package var rpcPort: Int { get async throws { try await rpc.boundPort } }
}
