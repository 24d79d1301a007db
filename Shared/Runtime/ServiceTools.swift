import ServiceLifecycle
package import SharedConfig
package import SharedDatabase
package import SharedHTTP
package import SharedRPC
package import SharedTelemetry

/// What the parts of one service share beside their store: who it is, what it was told, who may ask it, where its traces
/// go, and how its calls are protected.
package struct ServiceTools: Sendable {
    package let identity: ServiceIdentity
    package let config: HostConfig
    package let environment: HostEnvironment
    /// Where spans come from.
    package let tracer: Tracer
    /// What the edge keeps in memory.
    package let caches: EdgeCaches

    let exporter: OTLPExporter?
    let access: AccessServices
    let security: RPCSecurity

    /// Reads what the settings name: keys, key sets, certificates.
    /// - Throws: `ConfigurationProblems` or `KeyFileProblem`; both say what to do.
    package init(
        _ identity: ServiceIdentity, _ config: HostConfig, _ environment: HostEnvironment
    ) async throws {
        self.identity = identity
        self.config = config
        self.environment = environment
        exporter = try OTLPExporter.make(config.telemetry, environment)
        tracer = Tracer.make(of: identity, config, to: exporter)
        var settings = CacheSettings()
        settings.maximumBytes = config.caching.bodyBytes
        caches = EdgeCaches(settings: settings, metrics: environment.metrics)
        access = try await AccessServices.make(
            AccessServices.Plan(config), time: environment.time, logger: environment.logger)
        security = try RPCSecurity.make(config.rpcSecurity, environment)
        security.register(in: environment.metrics)
    }

    /// What runs before everything else, and is stopped after it.
    var background: [any Service] {
        (exporter.map { [SpanExport(exporter: $0)] } ?? []) + access.background + security.services
    }

    /// The metrics of the service.
    package var metrics: MetricsRegistry { environment.metrics }

    /// Opens the store of the service, bringing it to the newest shape.
    /// - Throws: `StoreError`, which says what to do.
    package func openStore(migrations: [Migration]) throws -> Store {
        try environment.openStore(of: identity, config, migrations: migrations)
    }

    /// The connection to another service.
    /// - Parameter methods: every method that is called, with its deadline.
    /// - Throws: `ConfigurationProblems` when it would leave this machine unprotected.
    package func peer(
        _ peer: ServiceIdentity, at address: PeerAddress, methods: [MethodPolicy]
    ) throws -> RPCPeer {
        try config.rpcSecurity.requireProtection(
            bindHost: config.common.bindHost, peers: [(setting: peer.addresses.address.name, address: address)])
        return try RPCPeer(
            name: peer.name, host: address.host, port: address.port, methods: methods, security: security,
            metrics: metrics, tracer: tracer)
    }
}
