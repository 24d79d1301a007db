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
