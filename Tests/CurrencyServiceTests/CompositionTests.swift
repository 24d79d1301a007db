import Foundation
import GRPCCore
import Logging
import SharedConfig
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedRPC
import SharedRuntime
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The currency service, put together")
struct CompositionTests {
    @Test(
        "it takes in what is delivered over gRPC, answers from it, and again after a restart", .timeLimit(.minutes(1)))
    func deliverAskRestart() async throws {
        try await withTemporaryDirectory { directory in
            let config = CurrencyConfig(
                host: HostConfig(common: CommonConfig(dataDirectory: URL(filePath: directory.path))))
            let first = try await running(config) { peer in
                let batch = try TestLog.only(ECBFile.sheets(from: "2026-10-01"))
                let receipt = try await GRPCEventTransport(peer: peer).deliver(batch)
                #expect(receipt.refusals.isEmpty)
                return try await ask(peer)
            }
            #expect(first.rates.count == 30)
            let second = try await running(config) { peer in try await ask(peer) }
            #expect(second == first)
        }
    }

    @Test("before anything is delivered it says that it is not ready", .timeLimit(.minutes(1)))
    func empty() async throws {
        try await withTemporaryDirectory { directory in
            let config = CurrencyConfig(
                host: HostConfig(common: CommonConfig(dataDirectory: URL(filePath: directory.path))))
            try await running(config) { peer in
                let error = await #expect(throws: RPCError.self) { try await ask(peer) }
                #expect(error?.code == .unavailable)
                #expect(error.map { ServiceError($0, from: "currency").code } == .dataNotReady)
            }
        }
    }

    @Test(
        "with an empty store and history up it has rates at once, which outlive history", .timeLimit(.minutes(1)))
    func hydrated() async throws {
        try await withTemporaryDirectory { directory in
            var config = CurrencyConfig(
                host: HostConfig(common: CommonConfig(dataDirectory: URL(filePath: directory.path))))
            let first = try await withHistory(ECBFile.sheets) { [config] server, archive in
                var config = config
                config.historyAddress = PeerAddress(host: "127.0.0.1", port: server.port)
                let metrics = MetricsRegistry()
                return try await running(config, metrics) { peer in
                    try await eventually("the store has what history has") {
                        await metrics.exposition().contains(#"currency_hydrations_total{outcome="done"} 1"#)
                    }
                    return try await ask(peer)
                }
            }
            #expect(first.rates.count == 30)
            // Nobody listens where history was.
            config.historyAddress = PeerAddress(host: "127.0.0.1", port: 1)
            let second = try await running(config) { peer in try await ask(peer) }
            #expect(second == first)
        }
    }

    private func ask(_ peer: RPCPeer) async throws -> CurrencyV1LatestReply {
        var request = CurrencyV1LatestRequest()
        request.base = "KRW"
        return try await CurrencyV1CurrencyRates.Client(wrapping: peer.client).latest(request)
    }

    /// Runs the service on free ports while `body` talks to it, and stops it as a signal would.
    private func running<Result: Sendable>(
        _ config: CurrencyConfig, _ metrics: MetricsRegistry = MetricsRegistry(),
        _ body: @escaping @Sendable (RPCPeer) async throws -> Result
    ) async throws -> Result {
        let environment = HostEnvironment(
            logger: RecordedLogs().logger, time: HandMovedTime().source, metrics: metrics)
        let host = try await CurrencyService.host(config, environment)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await host.run() }
            let waiting = MethodPolicy(
                CurrencyV1CurrencyRates.Method.Latest.descriptor, timeout: .seconds(10), isIdempotentRead: false,
                waitsForConnection: true)
            let peer = try await RPCPeer(
                name: "currency", host: "127.0.0.1", port: host.rpcPort, methods: GRPCEventTransport.methods + [waiting]
            )
            group.addTask { try await peer.client.runConnections() }
            _ = try await host.httpPort
            let result = try await body(peer)
            peer.client.beginGracefulShutdown()
            await host.stop()
            try await group.waitForAll()
            return result
        }
    }
}
