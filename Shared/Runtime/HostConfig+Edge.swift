import SharedConfig
import SharedDomain
import SharedHTTP

extension EdgeSettings {
    /// The bounds of the edge, from the settings.
    init(_ config: HostConfig, portSetting: String) {
        self.init(host: config.common.bindHost, port: config.listen.httpPort, portSetting: portSetting)
        maximumConnections = config.httpLimits.maxConnections
        idleTimeout = config.httpLimits.idleTimeout
        requestTimeLimit = config.httpLimits.requestTimeout
        maximumBodyBytes = config.httpLimits.maxBodyBytes
        maximumConnectionsPerClient = config.connections.maxPerClient
        headTimeLimit = config.connections.headTimeout
        writeTimeLimit = config.connections.writeTimeout
        maximumPipelinedRequests = config.connections.maxPipelined
        maximumConnectionAge = config.connections.maxAge
        trustedProxies = config.access.trustedNetworks
        let strictTransport = config.crossOrigin.strictTransportSeconds
        commonHeaders = CommonHeaders(
            origins: AllowedOrigins(config.crossOrigin.allowedOrigins),
            strictTransport: strictTransport > 0 ? .seconds(strictTransport) : nil)
    }
}

extension EdgeServices {
    /// What the edge works with, from the service's tools.
    init(_ tools: ServiceTools) {
        self.init(metrics: tools.metrics, caches: tools.caches)
        access = tools.access.control
        limiter = tools.access.limiter
        addresses = tools.access.addresses
        tracer = tools.tracer
    }
}

extension BuildInformation {
    /// What `/version` shows.
    init(_ identity: ServiceIdentity, _ config: HostConfig) {
        self.init(
            service: identity.executable, version: BuildSettings.version, revision: config.buildRevision,
            builtAt: config.buildTime, environment: config.common.environment.rawValue)
    }
}
