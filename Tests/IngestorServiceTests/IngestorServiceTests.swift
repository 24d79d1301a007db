import Foundation
import GRPCCore
import NIOCore
import SharedConfig
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedMessaging
import SharedRuntime
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The data-ingestor")
struct IngestorServiceTests {
    @Test("it says over gRPC how its log, its readers and its sources stand")
    func status() async throws {
        try await withRig(sources: [ECBSource.unreachable()]) { rig in
            try await rig.take(.ecb("2026-10-30", ("USD", "1.1172")))
            _ = try await rig.collector.collect(.scheduler)
            let service = IngestionService(store: rig.store, outbox: rig.outbox, subscribers: ["currency", "history"])
            let reply = try await service.status(request: .init(), context: .test)
            let logID = try await rig.outbox.logID
            #expect(reply.logID == logID)
            #expect(reply.lastSequence == 1)
            #expect(reply.subscribers.map(\.name) == ["currency", "history"])
            #expect(reply.subscribers.map(\.pending) == [1, 1])
            #expect(reply.subscribers.map(\.acknowledgedSequence) == [0, 0])
            #expect(reply.sources.map(\.source) == ["ecb"])
            #expect(!reply.sources[0].hasLastSuccess)
            #expect(reply.sources[0].lastError == "no connection to 127.0.0.1")
        }
    }

    @Test("its health says in a flat object how far the first load is, and what is not delivered")
    func health() async throws {
        let shipped = ShippedFile.text("Date,USD,\n2026-10-30,1.1172,\n2026-10-29,1.113,\n")
        try await withRig(sources: [ECBSource.unreachable(shipped: shipped)], seed: .shipped) { rig in
            let relays = ["currency", "history"].map { rig.relay(to: $0) }
            let report = IngestorReport(
                status: rig.status,
                deliveries: DeliveryWatch(outbox: rig.outbox, relays: relays, time: rig.time.source), relays: relays,
                sources: rig.collector.sources, logger: rig.logs.logger)
            let before = await report.make()
            #expect(before.json("accepted_days") == "0")
            #expect(before.json("newest_day") == "null")
            #expect(before.json("first_load") == "\"running\"")
            #expect(before.json("pending_events") == "0")
            _ = try await rig.collector.collect(.scheduler)
            let after = await report.make()
            #expect(after.json("accepted_days") == "2")
            #expect(after.json("newest_day") == "\"2026-10-30\"")
            #expect(after.json("first_load") == "\"done\"")
            #expect(after.json("seed_days_total") == "2")
            #expect(after.json("pending_events") == "4")
            #expect(after.json("last_error") == "\"ecb: no connection to 127.0.0.1\"")
            #expect(after.json("breakers") == #"{"ecb":"closed"}"#)
            #expect(after.isDegraded)
        }
    }

    @Test("as a job it ends by itself, its store closed and ready for the next", .timeLimit(.minutes(1)))
    func job() async throws {
        try await withConfig(.single) { config in
            for _ in 1...2 {
                await #expect(throws: EverySourceFailed.self) {
                    try await IngestorService.host(config, HostEnvironment(logger: RecordedLogs().logger)).run()
                }
            }
        }
    }

    @Test("as a scheduler it runs until it is stopped", .timeLimit(.minutes(1)))
    func scheduler() async throws {
        try await withConfig(.scheduler) { config in
            let host = try await IngestorService.host(config, HostEnvironment(logger: RecordedLogs().logger))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await host.run() }
                #expect(try await host.httpPort > 0)
                #expect(try await host.rpcPort > 0)
                await host.stop()
                try await group.waitForAll()
            }
        }
    }

    /// An ECB that has nothing (404, which is not asked again), and subscribers that are not there.
    private func withConfig(_ mode: ExecutionMode, _ body: (IngestorConfig) async throws -> Void) async throws {
        let directory = try TemporaryDirectory()
        let nowhere = try PeerAddress(host: "127.0.0.1", port: 1).required("an address")
        let common = CommonConfig(dataDirectory: URL(filePath: directory.path, directoryHint: .isDirectory))
        try await withScriptableUpstream { upstream in
            var config = IngestorConfig(host: HostConfig(common: common), currency: nowhere, history: nowhere)
            config.mode = mode
            config.seed = .none
            config.sources = [.ecb]
            config.endpoints = [.ecb: SourceEndpoint(base: upstream.baseURL)]
            config.deliveryTimeout = .zero
            try await body(config)
        }
    }
}

extension ServiceReport {
    /// The figure of that name as JSON.
    fileprivate func json(_ name: String) -> String? {
        freshness.first { $0.name == name }.map { String(buffer: JSONWriter.encode($0.value)) }
    }
}

extension ServerContext {
    fileprivate static var test: ServerContext {
        ServerContext(
            descriptor: IngestorV1Ingestion.Method.Status.descriptor, remotePeer: "in-process:test",
            localPeer: "in-process:test", cancellation: .init())
    }
}
