package import SharedConfig
package import SharedRuntime

/// All that the history service is told at start.
package struct HistoryConfig: ServiceConfiguration {
    /// Every setting there is.
    package static let catalog = HostConfig.catalog(for: .history, calling: []).adding(HistorySettings.keeping)

    /// What every service is told.
    package var host: HostConfig
    /// For how many days every observation of a day is kept.
    package var intradayDays: Int

    /// A configuration made by hand; what is left out has the setting's default.
    package init(host: HostConfig) {
        self.host = host
        intradayDays = HistorySettings.intradayDays.defaultValue
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        host = try HostConfig(settings, for: .history)
        intradayDays = try settings[HistorySettings.intradayDays]
    }
}
