import Logging
import SharedConfig
import SharedDatabase
import SharedRPC
package import SharedRuntime
import SharedTelemetry

/// The ranking service: records the destinations people choose and charts them.
package enum RankingService: HostedService {
    /// What it is told at start.
    package typealias Config = RankingConfig

    /// Its names and ports.
    package static let identity = ServiceIdentity.ranking

    /// The part of its configuration that every service has.
    package static func hostConfig(of config: RankingConfig) -> HostConfig { config.host }

    /// Puts the service together: its store, what it keeps in memory, who writes, and its two doors.
    ///
    /// - Throws: `StoreError`, or what is wrong with the privacy key's file: both say what to do.
    package static func host(_ config: RankingConfig, _ environment: HostEnvironment) async throws -> ServiceHost {
        let tools = try await ServiceTools(identity, config.host, environment)
        let zone = config.host.common.businessTimeZone
        let store = RankingStore(
            store: try tools.openStore(migrations: RankingStore.migrations),
            countsOncePerDay: config.countsOncePerDay,
            idempotencyRetention: config.idempotencyRetention)
        let key = try await privacyKey(config, store, environment)

        let writer = SelectionWriter(ledger: store, metrics: SelectionMetrics(tools.metrics))
        let desk = SelectionDesk(writer: writer, key: key, zone: zone, time: environment.time)
        let charts = ChartReader(
            store: store, zone: zone, time: environment.time, minimumUsers: config.chartMinimumUsers)
        try await charts.fillMemory()
        let currency = try tools.peer(.currency, at: config.currencyAddress, methods: CurrencyRateSource.methods)
        let kept = try await keptRates(config, store, environment)
        let keeper = RateKeeper(store: store, stored: kept, logger: environment.logger)
        let keepsRates = config.keepsRates
        let board = RateBoard(
            source: CurrencyRateSource(peer: currency), lifetime: config.rateLifetime, time: environment.time,
            logger: environment.logger, lookups: CacheCounters(layer: RateBoard.layer, tools.metrics), kept: kept,
            keep: { if keepsRates { keeper.keep($0) } })
        RankingMetrics.register(writer, board, in: tools.metrics)
        let report = RankingReport(charts: charts)

        return try ServiceHost(
            tools, store: store.store,
            routes: ChartRoutes(charts: charts, board: board).routes + SelectionRoutes(desk: desk).routes,
            rpcServices: [DestinationRankingService(charts: charts)],
            peers: [currency],
            background: [writer, keeper],
            report: { await report.current() })
    }

    /// The rates of an earlier run, where they are kept at all. They are only a help until currency answers, so rows
    /// that cannot be read are done without.
    private static func keptRates(
        _ config: RankingConfig, _ store: RankingStore, _ environment: HostEnvironment
    ) async throws -> RateTable? {
        guard config.keepsRates else { return nil }
        do {
            return try await store.keptRates()
        } catch let row as UnreadableRow {
            environment.logger.warning("the rates of the last run are left out", metadata: ["cause": "\(row)"])
            return nil
        }
    }

    /// The key that was given, or the one beside the store.
    private static func privacyKey(
        _ config: RankingConfig, _ store: RankingStore, _ environment: HostEnvironment
    ) async throws -> PrivacyKey {
        let key: PrivacyKey
        if let given = config.privacyKey {
            key = given
        } else {
            let file = PrivacyKeyFile(path: config.privacyKeyPath)
            key = try file.readOrMake()
            if try file.isOpenToOthers {
                environment.logger.warning("others may read the privacy key", metadata: ["file": "\(file.path)"])
            }
        }
        if try await !store.adopt(key) {
            environment.logger.warning(
                "the privacy key is not the one used before: users recorded until now are not recognised any more")
        }
        return key
    }
}
