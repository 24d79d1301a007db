import SharedHTTP
import SharedMessaging
import SharedRuntime
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The description of the data-ingestor")
struct ContractTests {
    @Test("every route answers as it is described")
    func contract() async throws {
        try await withRig(sources: [ECBSource.unreachable()]) { rig in
            let relays = [rig.relay(to: "currency")]
            let report = IngestorReport(
                status: rig.status,
                deliveries: DeliveryWatch(outbox: rig.outbox, relays: relays, time: rig.time.source), relays: relays,
                sources: rig.collector.sources, logger: rig.logs.logger)
            let edge = try EdgeApplication.make(
                settings: EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "INGESTOR_HTTP_PORT"), routes: [],
                health: HealthReporter { HealthReport(freshness: await report.make().freshness) },
                build: BuildInformation(
                    service: "ingestor", version: "0.0.0", revision: nil, builtAt: nil, environment: "local"),
                logger: rig.logs.logger, services: EdgeServices(metrics: rig.metrics), time: rig.time.source)
            let violations = try await RouteContract(edge).violations()
            #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
        }
    }
}
