import Foundation
import GRPCCore
import HummingbirdTesting
import NIOCore
import SharedConfig
import SharedContracts
import SharedDomain
import SharedMessaging
import SharedRPC
import SharedRuntime
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("Streams of a running service", .timeLimit(.minutes(1)))
struct RunningStreamTests {
    @Test("over HTTP and gRPC they get what is delivered, and a stop ends them all at once")
    func delivered() async throws {
        try await withTemporaryDirectory { directory in
            let metrics = MetricsRegistry()
            let config = CurrencyConfig(
                host: HostConfig(common: CommonConfig(dataDirectory: URL(filePath: directory.path))))
            let environment = HostEnvironment(
                logger: RecordedLogs().logger, time: HandMovedTime().source, metrics: metrics)
            let host = try await CurrencyService.host(config, environment)
            let running = Task { try await host.run() }
            let peer = try await RPCPeer(
                name: "currency", host: "127.0.0.1", port: host.rpcPort,
                methods: GRPCEventTransport.methods, defaultTimeout: .seconds(60))
            let connection = Task { try await peer.client.runConnections() }
            let producer = Producer(GRPCEventTransport(peer: peer))
            try await producer.deliver(ecbSheet("2026-10-28", ["USD": "1.25", "KRW": "1500"]))

            let port = try await host.httpPort
            async let text = Self.listen(port)
            async let messages = Self.changes(peer)
            let open = metrics.gauge(
                "currency_stream_subscribers", "Streams of rates that are open.", labels: ["transport"])
            try await eventually("both listen") { open.with("http").value + open.with("grpc").value == 2 }
            try await producer.deliver(ecbSheet("2026-10-29", ["USD": "1.2", "KRW": "1500"]))
            let events = metrics.counter(
                "currency_stream_events_total", "Events sent to streams of rates.", labels: ["event"])
            try await eventually("both were told") { events.with("rate").value == 2 }

            await host.stop()
            let read = EventStreamReader(try await text)
            #expect(read.events.map(\.name) == ["snapshot", "rate"])
            #expect(try read.events[1].member("rate", Double.self) == 1250)
            let (received, code) = try await messages
            #expect(received.map { $0.rate.currency } == ["", "USD"])
            #expect(received.last?.id == read.lastEventID)
            #expect(code == .unavailable)
            try await running.value
            peer.client.beginGracefulShutdown()
            try await connection.value
            #expect(open.with("http").value + open.with("grpc").value == 0)
        }
    }

    /// The whole stream of dollars over HTTP.
    private static func listen(_ port: Int) async throws -> String {
        try await TestClient.withClient(host: "127.0.0.1", port: port) { client in
            let response = try await client.execute(.hosted("\(StreamBench.path)?symbols=USD"))
            return response.body.map { String(buffer: $0) } ?? ""
        }
    }

    /// The whole stream of dollars over gRPC, and what it ended with.
    private static func changes(_ peer: RPCPeer) async throws -> ([CurrencyV1Change], RPCError.Code?) {
        var request = CurrencyV1ChangesRequest()
        request.base = "KRW"
        request.symbols = ["USD"]
        let client = CurrencyV1CurrencyRates.Client(wrapping: peer.client)
        return try await client.changes(request) { response in
            var received: [CurrencyV1Change] = []
            do {
                for try await change in response.messages { received.append(change) }
                return (received, nil)
            } catch let error as RPCError {
                return (received, error.code)
            }
        }
    }
}

/// Delivers one sheet after the other from one log.
private final class Producer: Sendable {
    private let transport: GRPCEventTransport
    private let log = Mutex(TestLog())

    init(_ transport: GRPCEventTransport) {
        self.transport = transport
    }

    func deliver(_ sheet: Sheet) async throws {
        let batch = log.withLock { $0.batch([.sheet(sheet)], recordedAt: ECBFile.recordedAt) }
        let receipt = try await transport.deliver(batch)
        #expect(receipt.refusals.isEmpty)
    }
}
