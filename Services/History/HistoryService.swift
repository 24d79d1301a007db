import GRPCCore
import Logging
import SharedDatabase
import SharedMessaging
package import SharedRuntime

/// The history service: takes in every sheet, keeps every observation, and answers with series and statistics.
package enum HistoryService: HostedService {
    /// Its names.
    package static let identity = ServiceIdentity.history

    /// The part of its configuration that every service has.
    package static func hostConfig(of config: HistoryConfig) -> HostConfig { config.host }

    /// Opens the store, fills memory from it, and lists what runs.
    /// - Throws: `StoreError` when the store cannot be used.
    package static func host(_ config: HistoryConfig, _ environment: HostEnvironment) async throws -> ServiceHost {
        let tools = try await ServiceTools(identity, config.host, environment)
        let store = try tools.openStore(migrations: HistoryMigrations.all)
        let memory = try await SeriesMemory.load(from: store, intradayDays: config.intradayDays)
        let standing = try await LogStanding.load(from: store)
        let reader = SeriesReader(memory: memory)
        do {
            try reader.warmUp()
        } catch {
            // Whoever asks the same is told why.
            environment.logger.warning("the first answers will be slower", metadata: ["cause": "\(error)"])
        }
        let useCases = HistoryUseCases(
            reader: reader, time: environment.time,
            isReplaying: { !standing.isCaughtUp(with: .sheets) })
        HistoryMetrics.register(memory, in: tools.metrics)
        let inbox = Inbox(
            store: store, applier: SheetRecorder(memory: memory), standing: standing, faults: environment.faults,
            logger: environment.logger, metrics: tools.metrics, tracer: tools.tracer)
        return try ServiceHost(
            tools, store: store,
            routes: useCases.routes, rpcServices: [EventSinkService(inbox: inbox), useCases.rpcService],
            background: [
                IntradayRetention(store: store, memory: memory, logger: environment.logger).job(at: environment.time)
            ],
            report: { HistoryReport(book: memory.current).report })
    }
}
