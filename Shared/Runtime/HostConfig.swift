import Foundation
package import SharedConfig
package import SharedDomain

/// What every service is told at start, whatever it does.
package struct HostConfig: Sendable {
    package var common: CommonConfig
    package var listen: ListenConfig
    package var httpLimits: HTTPLimitsConfig
    package var access = AccessConfig()
    package var caching = CachingConfig()
    package var connections = ConnectionSettings()
    package var crossOrigin = CrossOriginConfig()
    package var rpcSecurity = RPCSecurityConfig()
    package var telemetry = TelemetryConfig()
    /// The revision of the source; nil where nobody said.
    package var buildRevision: String?
    /// When it was built; nil where nobody said.
    package var buildTime: Instant?

    /// A configuration made by hand, as a test does: free ports.
    package init(
        common: CommonConfig, listen: ListenConfig = ListenConfig(), httpLimits: HTTPLimitsConfig = HTTPLimitsConfig()
    ) {
        self.common = common
        self.listen = listen
        self.httpLimits = httpLimits
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings, for identity: ServiceIdentity) throws(ConfigurationProblems) {
        self.init(
            common: try CommonConfig(settings),
            listen: try ListenConfig(settings, for: identity.addresses),
            httpLimits: try HTTPLimitsConfig(settings))
        access = try AccessConfig(settings)
        caching = try CachingConfig(settings)
        connections = try ConnectionSettings(settings)
        crossOrigin = try CrossOriginConfig(settings)
        rpcSecurity = try RPCSecurityConfig(settings)
        telemetry = try TelemetryConfig(settings)
        try rpcSecurity.requireProtection(bindHost: common.bindHost, peers: [])
        buildRevision = try settings[BuildSettings.revision]
        buildTime = try settings[BuildSettings.time]
    }

    /// What every service reads; each adds its own groups.
    /// - Parameter peers: the services it calls.
    package static func catalog(
        for identity: ServiceIdentity, calling peers: [ServiceIdentity]
    ) -> SettingsCatalog {
        SharedSettings.catalog(for: identity.addresses, peers: peers.map(\.addresses)).adding(BuildSettings.group)
    }

    /// The file of a service's store.
    package func storePath(of identity: ServiceIdentity) -> String {
        common.dataDirectory.appending(path: identity.databaseFile, directoryHint: .notDirectory).path
    }
}
