import Foundation
import SharedConfig
import Testing

@Suite("settings that all services share")
struct SharedSettingsTests {
    private let catalog = SharedSettings.catalog(for: .history, peers: [.currency])

    private func settings(_ environment: [String: String]) throws -> Settings {
        try SettingsReader(environment: environment).read(catalog)
    }

    @Test("with nothing set, everything has its documented default")
    func defaults() throws {
        let common = try CommonConfig(settings([:]))
        #expect(common.environment == .local)
        #expect(common.dataDirectory.relativePath == "./data")
        #expect(common.bindHost == "127.0.0.1")
        #expect(common.logLevel == .info)
        #expect(common.logFormat == .text)
        #expect(common.businessTimeZone.identifier == "Asia/Seoul")
        #expect(common.shutdownTimeout == .seconds(10))
        let limits = try HTTPLimitsConfig(settings([:]))
        #expect(limits.maxBodyBytes == 1_048_576)
        #expect(limits.maxConnections == 12_000)
        #expect(limits.idleTimeout == .seconds(60))
        #expect(limits.requestTimeout == .seconds(30))
    }

    @Test("every value that is set arrives")
    func given() throws {
        let common = try CommonConfig(
            settings([
                "ENVIRONMENT": "prod", "DATA_DIR": "/srv/rates", "BIND_HOST": "0.0.0.0", "LOG_LEVEL": "debug",
                "LOG_FORMAT": "text", "BUSINESS_TIME_ZONE": "Europe/Berlin", "SHUTDOWN_TIMEOUT_SECONDS": "3",
            ]))
        #expect(common.environment == .prod)
        #expect(common.dataDirectory.path == "/srv/rates")
        #expect(common.bindHost == "0.0.0.0")
        #expect(common.logLevel == .debug)
        #expect(common.logFormat == .text)
        #expect(common.businessTimeZone.identifier == "Europe/Berlin")
        #expect(common.shutdownTimeout == .seconds(3))
    }

    @Test("log lines are JSON everywhere but locally", arguments: ["dev", "staging", "prod"])
    func logFormat(_ environment: String) throws {
        #expect(try CommonConfig(settings(["ENVIRONMENT": environment])).logFormat == .json)
    }

    // The ports are those of the HTTP contract and the gRPC contract.
    @Test("the four services have their ports")
    func ports() throws {
        let catalog = SettingsCatalog(
            ServiceAddressSettings.all.flatMap { SharedSettings.catalog(for: $0, peers: [$0]).groups })
        let settings = try SettingsReader(environment: [:]).read(catalog)
        let expected: [(ServiceAddressSettings, Int, Int)] = [
            (.currency, 8001, 9001), (.ranking, 8002, 9002), (.history, 8003, 9003), (.ingestor, 8004, 9004),
        ]
        for (service, http, grpc) in expected {
            #expect(try ListenConfig(settings, for: service) == ListenConfig(httpPort: http, grpcPort: grpc))
            #expect(try service.peerAddress(settings).description == "127.0.0.1:\(grpc)")
        }
    }

    @Test("one port for HTTP and gRPC is refused by both names, unless each is to be any free one")
    func samePort() throws {
        let same = try settings(["HISTORY_HTTP_PORT": "9003"])
        let refused = #expect(throws: ConfigurationProblems.self) { try ListenConfig(same, for: .history) }
        #expect(
            refused?.problems.map(\.description)
                == ["HISTORY_GRPC_PORT is 9003, which is HISTORY_HTTP_PORT too: set another one."])
        let free = try settings(["HISTORY_HTTP_PORT": "0", "HISTORY_GRPC_PORT": "0"])
        #expect(try ListenConfig(free, for: .history) == ListenConfig(httpPort: 0, grpcPort: 0))
    }

    @Test("the names of the variables follow the service's name")
    func names() {
        #expect(
            ServiceAddressSettings.ingestor.names
                == ["INGESTOR_HTTP_PORT", "INGESTOR_GRPC_PORT", "INGESTOR_ADDRESS"])
    }

    @Test("a peer is found where its address says, else on the port it is told to use")
    func peerAddress() throws {
        let moved = try settings(["CURRENCY_GRPC_PORT": "9101"])
        #expect(try ServiceAddressSettings.currency.peerAddress(moved).description == "127.0.0.1:9101")
        let named = try settings(["CURRENCY_GRPC_PORT": "9101", "CURRENCY_ADDRESS": "currency:9001"])
        #expect(try ServiceAddressSettings.currency.peerAddress(named).description == "currency:9001")
    }

    @Test("a peer on a free port must have an address")
    func freePort() throws {
        let settings = try settings(["CURRENCY_GRPC_PORT": "0"])
        let refused = #expect(throws: ConfigurationProblems.self) {
            try ServiceAddressSettings.currency.peerAddress(settings)
        }
        #expect(refused?.problems.map(\.name) == ["CURRENCY_ADDRESS"])
    }

    @Test("a service's configuration is read in one step, with all problems at once")
    func serviceConfiguration() throws {
        let config = try Example.read(from: SettingsReader(environment: ["RANKING_HTTP_PORT": "0"]))
        #expect(config.listen == ListenConfig(httpPort: 0, grpcPort: 9002))
        #expect(config.shard == 1)
        let malformed = SettingsReader(environment: ["RANKING_HTTP_PORT": "x", "SHARD": "5", "LOG_LEVEL": "loud"])
        let refused = #expect(throws: ConfigurationProblems.self) { try Example.read(from: malformed) }
        #expect(Set(refused?.problems.map(\.name) ?? []) == ["RANKING_HTTP_PORT", "SHARD", "LOG_LEVEL"])
    }
}

/// A service's configuration as services write it.
private struct Example: ServiceConfiguration {
    static let shardSetting = Setting("SHARD", .int(in: 1...4), default: 1, summary: "The shard")
    static let catalog = SharedSettings.catalog(for: .ranking, peers: [])
        .adding(SettingsGroup("Example", shardSetting))

    let common: CommonConfig
    let listen: ListenConfig
    let shard: Int

    init(_ settings: Settings) throws(ConfigurationProblems) {
        common = try CommonConfig(settings)
        listen = try ListenConfig(settings, for: .ranking)
        shard = try settings[Self.shardSetting]
    }
}
