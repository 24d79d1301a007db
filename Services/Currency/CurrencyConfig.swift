package import SharedConfig
package import SharedDomain
package import SharedRuntime

/// All that the currency service is told at start.
package struct CurrencyConfig: ServiceConfiguration {
    /// Where rates are taken from, the preferred source first.
    package static let rateSources = Setting<[SourceID]>(
        "RATE_SOURCES", .list(of: .source, atMost: 8), default: [.ecb],
        summary: "The sources that rates are taken from, the preferred one first; others are stored and not used")

    /// Every setting there is.
    package static let catalog = HostConfig.catalog(for: .currency, calling: [])
        .adding(SettingsGroup("Rates", rateSources))

    /// What every service is told.
    package var host: HostConfig
    /// Where rates are taken from, the preferred source first.
    package var rateSources: [SourceID]

    /// A configuration made by hand.
    package init(host: HostConfig, rateSources: [SourceID] = CurrencyConfig.rateSources.defaultValue) {
        self.host = host
        self.rateSources = rateSources
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            host: try HostConfig(settings, for: .currency),
            rateSources: try settings[Self.rateSources])
    }
}

extension SettingKind where Value == SourceID {
    /// The name of a source.
    fileprivate static var source: Self {
        Self(
            expected: "a source's name, 1 to 32 of a-z, 0-9 and -", parse: { SourceID($0) },
            format: \.description)
    }
}
