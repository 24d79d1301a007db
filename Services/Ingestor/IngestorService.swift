import Logging
import SharedConfig
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedRPC
package import SharedRuntime
import SharedTelemetry

/// The data-ingestor: collects published rates and prices, and delivers them to currency and history.
package enum IngestorService: HostedService {
    package static var identity: ServiceIdentity { .ingestor }

    package static func hostConfig(of config: IngestorConfig) -> HostConfig { config.host }

    package static func host(_ config: IngestorConfig, _ environment: HostEnvironment) async throws -> ServiceHost {
        let environment = config.quieted(environment)
        let time = environment.time
        let logger = environment.logger
        let tools = try await ServiceTools(identity, config.hostOfMode, environment)
        let database = try tools.openStore(migrations: IngestorStore.migrations)
        let store = IngestorStore(store: database)
        let outbox = try await Outbox(producer: identity.name, store: database, faults: environment.faults)

        let peers = try [
            tools.peer(.currency, at: config.currency, methods: GRPCEventTransport.methods),
            tools.peer(.history, at: config.history, methods: GRPCEventTransport.methods),
        ]
        let relays = peers.map { peer in
            Relay(
                of: outbox, to: peer.name, over: GRPCEventTransport(peer: peer), time: time, logger: logger,
                metrics: tools.metrics, tracer: tools.tracer)
        }
        let subscribers = relays.map(\.subscriber)
        let deliveries = DeliveryWatch(outbox: outbox, relays: relays, time: time)

        let status = try await CollectionStatus(of: store, seed: config.seed)
        let sources = sources(of: config, FetchTools(time: time, logger: logger))
        let metrics = SourceMetrics(of: sources, states: try await store.sourceStates(), in: tools.metrics)
        let collector = Collector(
            sources: sources, seed: config.seed, store: store,
            intake: Intake(
                outbox: outbox, zone: config.host.common.businessTimeZone,
                maximumJumpPercent: config.maximumJumpPercent, time: time),
            status: status, outages: Outages(logger: logger), metrics: metrics, tracer: tools.tracer, time: time,
            logger: logger)
        try await collector.announceLoads()
        let compaction = OutboxCompaction(
            outbox: outbox, subscribers: subscribers, retentionDays: config.outboxRetentionDays, time: time,
            logger: logger
        ).job
        let report = IngestorReport(
            status: status, deliveries: deliveries, relays: relays, sources: sources, logger: logger)
        let rpc = IngestionService(store: store, outbox: outbox, subscribers: subscribers)

        switch config.mode {
        case .scheduler:
            let scheduler = CollectionScheduler(
                collector: collector, interval: config.interval, time: time, logger: logger)
            return try ServiceHost(
                tools, store: database, rpcServices: [rpc], peers: peers,
                background: relays + [compaction, scheduler], report: report.make)
        case .single, .cronjob:
            let job = OneCollection(
                collector: collector, deliveries: deliveries, mode: config.mode,
                deliveryTimeout: config.deliveryTimeout, compaction: compaction,
                say: FileDescriptorSink.standardOutput.write)
            return try ServiceHost(
                tools, store: database, rpcServices: [rpc], peers: peers,
                background: relays, job: job.run, report: report.make)
        }
    }

    private static func sources(of config: IngestorConfig, _ tools: FetchTools) -> [any Source] {
        let known = config.sources.compactMap { id in KnownSource.named(id)?.make(id, config.endpoints[id], tools) }
        guard let baskets = config.baskets, let id = SourceID(BasketSource.name) else { return known }
        return known + [BasketSource(id: id, file: baskets)]
    }
}
