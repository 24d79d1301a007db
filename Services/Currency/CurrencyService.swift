import GRPCCore
import SharedDatabase
import SharedMessaging
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
            from: store, rateSources: config.rateSources, metrics: tools.metrics)
        CurrencyMetrics.register(holdings, in: tools.metrics)
        let time = environment.time
        let useCases = CurrencyUseCases(layers: RateLayers(holdings: holdings), time: time)
        let report = CurrencyReport(holdings: holdings, time: time)
        let inbox = Inbox(
            store: store, applier: CurrencyEventApplier(holdings: holdings), faults: environment.faults,
            logger: environment.logger, metrics: tools.metrics, tracer: tools.tracer)
        return try ServiceHost(
            tools, store: store,
            routes: useCases.routes, rpcServices: [EventSinkService(inbox: inbox), useCases.rpcService],
            report: { report.report })
    }
}
