import GRPCCore
import ServiceLifecycle
import SharedDatabase
import SharedHTTP
import SharedMessaging
import SharedRPC
package import SharedRuntime

/// The currency service: takes in sheets and price editions, and answers what currencies cost now.
package enum CurrencyService: HostedService {
    /// Its names.
    package static let identity = ServiceIdentity.currency

    /// The part of its configuration that every service has.
    package static func hostConfig(of config: CurrencyConfig) -> HostConfig { config.host }

    /// Opens the store, fills memory from it, and lists what runs.
    /// - Throws: `StoreError` when the store cannot be used; it says what to do.
    package static func host(_ config: CurrencyConfig, _ environment: HostEnvironment) async throws -> ServiceHost {
        let tools = try await ServiceTools(identity, config.host, environment)
        let store = try tools.openStore(migrations: CurrencyMigrations.all)
        let holdings = try await CurrencyHoldings.load(
            from: store, preferences: config.preferences, metrics: tools.metrics)
        CurrencyMetrics.register(holdings, in: tools.metrics)
        let time = environment.time
        let history = try config.historyAddress.map { address in
            try tools.peer(.history, at: address, methods: HistorySheetArchive.methods)
        }
        let standing = try await LogStanding.load(from: store)
        let completeness = StoreCompleteness(standing: standing, hasHistory: history != nil)
        let layers = RateLayers(
            holdings: holdings, store: StoredRates(store: store, holdings: holdings),
            history: history.map { HistorySheetArchive(peer: $0) }, completeness: completeness, time: time,
            logger: environment.logger, metrics: tools.metrics)
        let caches = tools.caches
        let useCases = CurrencyUseCases(
            layers: layers, time: time, metrics: tools.metrics, terms: config.terms, dropAnswers: { caches.clear() })
        let report = CurrencyReport(holdings: holdings, time: time)
        let inbox = Inbox(
            store: store, applier: CurrencyEventApplier(holdings: holdings), standing: standing,
            faults: environment.faults, logger: environment.logger, metrics: tools.metrics, tracer: tools.tracer)
        let hydration = history.map { peer in
            Hydration(
                from: HistorySheetArchive(peer: peer, isPatient: true), into: store, holdings: holdings,
                completeness: completeness, time: time, logger: environment.logger, metrics: tools.metrics)
        }
        return try ServiceHost(
            tools, store: store,
            routes: useCases.routes, rpcServices: [EventSinkService(inbox: inbox), useCases.rpcService],
            peers: [history].compactMap(\.self),
            background: useCases.background + [hydration].compactMap { $0 as (any Service)? },
            report: { report.report })
    }
}
