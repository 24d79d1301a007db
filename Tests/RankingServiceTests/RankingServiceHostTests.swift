import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import SharedConfig
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedRPC
import SharedRuntime
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct RankingServiceHostTests {
    @Test("what was acknowledged is there after a restart, with the rates that currency gives over gRPC")
    func restart() async throws {
        let currency = RPCServer(
            settings: .init(host: "127.0.0.1", port: 0, portSetting: "CURRENCY_GRPC_PORT"),
            services: [
                FakeCurrency { _ in CurrencyV1LatestReply(rates: [CurrencyV1Rate("USD", 133_525, exponent: -2)]) }
            ],
            health: HealthRegistry(),
            logger: RecordedLogs().logger)
        try await withRunning(currency) { _ in
            let directory = try TemporaryDirectory()
            let config = try Self.config(in: directory, currencyPort: try await currency.boundPort)
            let first = try await Self.withHost(config) { client in
                let body = ByteBuffer(string: #"{"user_id":"u1","country_code":"US"}"#)
                let response = try await client.execute(
                    .hosted(
                        "/api/v1/rankings/selections", method: .post, headers: [.contentType: "application/json"],
                        body: body))
                #expect(response.status == .created)
                return try Self.json(response)["data"]?["selection_id"]?.text
            }
            #expect(first != nil)
            #expect(try directory.names() == ["ranking-privacy.key", "ranking.sqlite", "ranking.sqlite.lock"])
            try await Self.withHost(config) { client in
                let data = try Self.json(try await client.execute(.hosted("/api/v1/rankings?period=daily")))["data"]
                let entry = try #require(data?["ranking"]?.elements.first)
                #expect(entry.texts("country_code", "score", "current_rate") == ["US", "1", "1335.25"])
                let health = try Self.json(try await client.execute(.hosted("/health")))["data"]
                #expect(health?["freshness"]?["selections_today"]?.text == "1")
                #expect(health?["freshness"]?["last_selection"]?.text != "null")
                #expect(health?["services"]?["currency"] != nil)
            }
        }
    }

    @Test("with currency gone after a restart its last rates are shown, and said to be so", arguments: [true, false])
    func restartWithoutCurrency(keepsRates: Bool) async throws {
        let directory = try TemporaryDirectory()
        let reply = CurrencyV1LatestReply(rates: [CurrencyV1Rate("USD", 133_525, exponent: -2)])
        let currency = RPCServer(
            settings: .init(host: "127.0.0.1", port: 0, portSetting: "CURRENCY_GRPC_PORT"),
            services: [FakeCurrency { _ in reply }], health: HealthRegistry(), logger: RecordedLogs().logger)
        try await withRunning(currency) { _ in
            var config = try Self.config(in: directory, currencyPort: try await currency.boundPort)
            config.host.caching.durability = keepsRates ? .store : .memory
            try await Self.withHost(config) { client in
                let body = ByteBuffer(string: #"{"user_id":"u1","country_code":"US"}"#)
                _ = try await client.execute(
                    .hosted(
                        "/api/v1/rankings/selections", method: .post, headers: [.contentType: "application/json"],
                        body: body))
                let data = try Self.json(try await client.execute(.hosted("/api/v1/rankings?period=daily")))["data"]
                #expect(data?["ranking"]?.elements.first?["current_rate"]?.text == "1335.25")
            }
        }
        // Port 9 answers nobody.
        var config = try Self.config(in: directory, currencyPort: 9)
        config.host.caching.durability = keepsRates ? .store : .memory
        try await Self.withHost(config) { client in
            let data = try Self.json(try await client.execute(.hosted("/api/v1/rankings?period=daily")))["data"]
            let entry = try #require(data?["ranking"]?.elements.first)
            #expect(entry.texts("country_code", "current_rate") == ["US", keepsRates ? "1335.25" : "null"])
            #expect(data?["rates_stale"] == .bool(keepsRates))
            #expect(data?["partial"] == .array(keepsRates ? [] : [.string("rates")]))
        }
    }

    @Test("another privacy key than before is taken with a warning, the same one without")
    func keyChanged() async throws {
        let directory = try TemporaryDirectory()
        var config = try Self.config(in: directory, currencyPort: 9)
        let warnings = { (config: RankingConfig) async throws -> [String] in
            let logs = RecordedLogs()
            try await Self.withHost(config, logs: logs) { _ in }
            return logs.messages(at: .warning).filter { $0.contains("privacy key") }
        }
        #expect(try await warnings(config) == [])
        #expect(try await warnings(config) == [])
        config.privacyKey = try testKey()
        #expect(try await warnings(config).count == 1)
    }

    private static func config(in directory: TemporaryDirectory, currencyPort: Int) throws -> RankingConfig {
        let folder = URL(filePath: directory.path, directoryHint: .isDirectory)
        return RankingConfig(
            host: HostConfig(common: CommonConfig(dataDirectory: folder)),
            currencyAddress: try #require(PeerAddress(host: "127.0.0.1", port: currencyPort)))
    }

    private static func json(_ response: TestClient.Response) throws -> JSONValue {
        try JSONParser.parse(try #require(response.body))
    }

    /// Runs the whole service on free ports, with the machine's clock, and stops it in order.
    @discardableResult
    private static func withHost<Result: Sendable>(
        _ config: RankingConfig, logs: RecordedLogs = RecordedLogs(),
        _ body: @Sendable (TestClient) async throws -> Result
    ) async throws -> Result {
        let host = try await RankingService.host(config, HostEnvironment(logger: logs.logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await host.run() }
            let client = TestClient(host: "127.0.0.1", port: try await host.httpPort)
            client.connect()
            let result = try await body(client)
            try await client.shutdown()
            await host.stop()
            try await tasks.waitForAll()
            return result
        }
    }
}
