import Foundation
import SharedConfig
import SharedRuntime
import SharedTesting
import Testing

@testable import RankingService

struct RankingConfigTests {
    private let secret = "0123456789abcdef0123456789abcdef"

    private func config(_ environment: [String: String]) throws -> RankingConfig {
        try RankingConfig.read(from: SettingsReader(environment: environment))
    }

    @Test("without settings the defaults hold")
    func defaults() throws {
        let config = try config([:])
        #expect(config.countsOncePerDay)
        #expect(config.chartMinimumUsers == 1)
        #expect(config.privacyKey == nil)
        #expect(config.idempotencyRetention == .seconds(24 * 60 * 60))
        #expect(config.rateLifetime == .seconds(30))
        #expect(config.currencyAddress == PeerAddress("127.0.0.1:9001"))
        #expect(config.host.listen.httpPort == 8002)
    }

    @Test("every setting is read")
    func given() throws {
        let config = try config([
            "COUNT_ONCE_PER_DAY": "false", "CHART_MINIMUM_USERS": "5", "PRIVACY_KEY": secret,
            "IDEMPOTENCY_RETENTION_SECONDS": "60", "RATE_CACHE_SECONDS": "1", "CURRENCY_ADDRESS": "currency:9001",
            "DATA_DIR": "/data",
        ])
        #expect(!config.countsOncePerDay)
        #expect(config.chartMinimumUsers == 5)
        #expect(try config.privacyKey?.fingerprint == testKey().fingerprint)
        #expect(config.idempotencyRetention == .seconds(60))
        #expect(config.rateLifetime == .seconds(1))
        #expect(config.currencyAddress == PeerAddress("currency:9001"))
        #expect(config.privacyKeyPath == "/data/ranking-privacy.key")
    }

    @Test(
        "the last rates outlive a restart in staging and in production, unless set otherwise",
        arguments: [
            (["ENVIRONMENT": "local"], false), (["ENVIRONMENT": "staging"], true),
            (["ENVIRONMENT": "local", "CACHE_DURABILITY": "store"], true),
            (["ENVIRONMENT": "staging", "CACHE_DURABILITY": "memory"], false),
        ])
    func durability(environment: [String: String], keepsRates: Bool) throws {
        #expect(try config(environment).keepsRates == keepsRates)
    }

    @Test("the privacy key may come from a file")
    func keyFile() throws {
        let directory = try TemporaryDirectory()
        try (secret + "\n").write(toFile: directory.file("key"), atomically: true, encoding: .utf8)
        let config = try config(["PRIVACY_KEY_FILE": directory.file("key")])
        #expect(try config.privacyKey?.fingerprint == testKey().fingerprint)
    }

    @Test("a setting that makes no sense is refused by name, and a secret is not shown")
    func refused() throws {
        let problems = #expect(throws: ConfigurationProblems.self) {
            try config([
                "COUNT_ONCE_PER_DAY": "yes", "CHART_MINIMUM_USERS": "0", "PRIVACY_KEY": "hunter2",
                "RATE_CACHE_SECONDS": "1.5",
            ])
        }
        #expect(
            Set(try #require(problems).problems.map(\.name))
                == ["COUNT_ONCE_PER_DAY", "CHART_MINIMUM_USERS", "PRIVACY_KEY", "RATE_CACHE_SECONDS"])
        #expect(problems?.description.contains("hunter2") == false)
    }
}
