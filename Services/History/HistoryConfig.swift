package import SharedConfig
package import SharedRuntime

/// All that the history service is told at start: what every service is told.
package struct HistoryConfig: ServiceConfiguration {
    /// Every setting there is.
    package static let catalog = HostConfig.catalog(for: .history, calling: [])

    /// What every service is told.
    package var host: HostConfig

    /// A configuration made by hand.
    package init(host: HostConfig) {
        self.host = host
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        host = try HostConfig(settings, for: .history)
    }
}
