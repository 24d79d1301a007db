import Foundation
package import SharedConfig
package import SharedRuntime

/// What the ranking service is told at start.
package struct RankingConfig: ServiceConfiguration {
    /// The part that every service has.
    package var host: HostConfig
    /// Where the gRPC of the currency service is found.
    package var currencyAddress: PeerAddress
    /// Whether a user counts once per country and day, however often the country is selected.
    package var countsOncePerDay: Bool
    /// How many different users a country needs to enter a chart.
    package var chartMinimumUsers: Int
    /// What identities are hashed with; nil uses a key made once and kept in a file beside the store.
    package var privacyKey: PrivacyKey?
    /// How long an idempotency key is remembered.
    package var idempotencyRetention: Duration
    /// How long rates are shown before currency is asked again.
    package var rateLifetime: Duration

    /// A configuration made by hand; what is left out has the setting's default.
    package init(
        host: HostConfig, currencyAddress: PeerAddress,
        countsOncePerDay: Bool = RankingSettings.countOncePerDay.defaultValue,
        chartMinimumUsers: Int = RankingSettings.chartMinimumUsers.defaultValue,
        privacyKey: PrivacyKey? = RankingSettings.privacyKey.defaultValue,
        idempotencyRetention: Duration = RankingSettings.idempotencyRetention.defaultValue,
        rateLifetime: Duration = RankingSettings.rateLifetime.defaultValue
    ) {
        self.host = host
        self.currencyAddress = currencyAddress
        self.countsOncePerDay = countsOncePerDay
        self.chartMinimumUsers = chartMinimumUsers
        self.privacyKey = privacyKey
        self.idempotencyRetention = idempotencyRetention
        self.rateLifetime = rateLifetime
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            host: try HostConfig(settings, for: .ranking),
            currencyAddress: try ServiceAddressSettings.currency.peerAddress(settings),
            countsOncePerDay: try settings[RankingSettings.countOncePerDay],
            chartMinimumUsers: try settings[RankingSettings.chartMinimumUsers],
            privacyKey: try settings[RankingSettings.privacyKey],
            idempotencyRetention: try settings[RankingSettings.idempotencyRetention],
            rateLifetime: try settings[RankingSettings.rateLifetime])
    }

    /// Every setting the service reads.
    package static var catalog: SettingsCatalog {
        HostConfig.catalog(for: .ranking, calling: [.currency]).adding(RankingSettings.group)
    }

    /// Whether the rates that currency gave last outlive a restart.
    var keepsRates: Bool { host.caching.durability == .store }

    /// The file of the key that is made when none is given, in the data directory.
    var privacyKeyPath: String {
        host.common.dataDirectory.appending(path: "ranking-privacy.key", directoryHint: .notDirectory).path
    }
}
