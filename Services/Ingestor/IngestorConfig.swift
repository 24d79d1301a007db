package import Foundation
import Logging
package import SharedConfig
package import SharedDomain
package import SharedRuntime

/// All that the data-ingestor is told at start.
package struct IngestorConfig: ServiceConfiguration {
    package var host: HostConfig
    package var mode: ExecutionMode
    package var seed: SeedData
    /// Between the beginnings of two collections.
    package var interval: Duration
    /// Which sources are collected from.
    package var sources: [SourceID]
    /// The operator's own baskets; nil for none.
    package var baskets: URL?
    /// Where sources are found; one that is left out is where it is by default.
    package var endpoints: [SourceID: SourceEndpoint]
    /// The largest believable change of a rate, in percent.
    package var maximumJumpPercent: Int
    /// How long single and cronjob wait for deliveries.
    package var deliveryTimeout: Duration
    package var outboxRetentionDays: Int
    /// Where the gRPC of currency is.
    package var currency: PeerAddress
    /// Where the gRPC of history is.
    package var history: PeerAddress

    /// A configuration made by hand; what is left out has the setting's default.
    package init(host: HostConfig, currency: PeerAddress, history: PeerAddress) {
        self.host = host
        mode = IngestorSettings.mode.defaultValue
        seed = IngestorSettings.seed.defaultValue
        interval = IngestorSettings.interval.defaultValue
        sources = IngestorSettings.sources.defaultValue
        baskets = IngestorSettings.baskets.defaultValue
        endpoints = [:]
        maximumJumpPercent = IngestorSettings.maximumJump.defaultValue
        deliveryTimeout = IngestorSettings.deliveryTimeout.defaultValue
        outboxRetentionDays = IngestorSettings.outboxRetention.defaultValue
        self.currency = currency
        self.history = history
    }

    /// Every setting of the data-ingestor.
    package static var catalog: SettingsCatalog {
        HostConfig.catalog(for: .ingestor, calling: [.currency, .history])
            .adding(IngestorSettings.collection, IngestorSettings.endpoints)
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        self.init(
            host: try HostConfig(settings, for: .ingestor),
            currency: try ServiceIdentity.currency.addresses.peerAddress(settings),
            history: try ServiceIdentity.history.addresses.peerAddress(settings))
        mode = try settings[IngestorSettings.mode]
        seed = try settings[IngestorSettings.seed]
        interval = try settings[IngestorSettings.interval]
        sources = try settings[IngestorSettings.sources]
        baskets = try settings[IngestorSettings.baskets]
        maximumJumpPercent = try settings[IngestorSettings.maximumJump]
        deliveryTimeout = try settings[IngestorSettings.deliveryTimeout]
        outboxRetentionDays = try settings[IngestorSettings.outboxRetention]
        for id in sources {
            endpoints[id] = try KnownSource.named(id)?.endpoint?.endpoint(settings)
        }
        try requireBaskets()
    }

    /// Looks for the file of baskets, which whoever named it believes to be there. What it says is read later.
    private func requireBaskets() throws(ConfigurationProblems) {
        guard let baskets else { return }
        do throws(RegularFile.Refusal) {
            _ = try RegularFile.bytes(at: baskets.path, atMost: BasketSource.byteLimit)
        } catch {
            throw ConfigurationProblems(
                ConfigurationProblem(
                    IngestorSettings.baskets.name,
                    "names \(baskets.path), which \(error.reason): put the CSV file of prices there (docs/baskets.md), "
                        + "or remove the setting."))
        }
    }
}

extension IngestorConfig {
    /// What every service is told, for the way this one runs. A job of an outside scheduler is nobody's peer: it takes
    /// free ports on this machine, so that it collides with nothing.
    var hostOfMode: HostConfig {
        guard mode == .cronjob else { return host }
        var host = host
        host.listen = ListenConfig()
        host.common.bindHost = SharedSettings.bindHost.defaultValue
        return host
    }

    /// An outside scheduler mails or keeps whatever a job says, so `cronjob` logs only what wants attention, unless
    /// someone asked for debugging.
    func quieted(_ environment: HostEnvironment) -> HostEnvironment {
        guard mode == .cronjob, environment.logger.logLevel >= .info else { return environment }
        var environment = environment
        environment.logger.logLevel = max(environment.logger.logLevel, .warning)
        return environment
    }
}
