import Foundation
import SharedConfig
import SharedDomain
import SharedRuntime
import SharedTesting
import Testing

@testable import IngestorService

@Suite("The data-ingestor's settings")
struct IngestorConfigTests {
    @Test("without any, it collects from the ECB and the Big Mac file every five minutes")
    func defaults() throws {
        let config = try IngestorConfig.read(from: SettingsReader(environment: [:]))
        #expect(config.mode == .scheduler)
        #expect(config.seed == .shipped)
        #expect(config.interval == .seconds(300))
        #expect(config.sources.map(\.description) == ["ecb", "bigmac"])
        #expect(config.endpoints[.ecb]?.base == "https://www.ecb.europa.eu/stats/eurofxref")
        #expect(config.endpoints[.ecb]?.timeout == .seconds(10))
        #expect(config.maximumJumpPercent == 20)
        #expect(config.deliveryTimeout == .seconds(60))
        #expect(config.outboxRetentionDays == 30)
        #expect("\(config.currency)" == "127.0.0.1:9001")
        #expect("\(config.history)" == "127.0.0.1:9003")
        #expect(config.host.listen == ListenConfig(httpPort: 8004, grpcPort: 9004))
    }

    @Test("each of them is read")
    func given() throws {
        let config = try IngestorConfig.read(
            from: SettingsReader(environment: [
                "EXECUTION_MODE": "single", "SEED_DATA": "none", "INGEST_INTERVAL_SECONDS": "60",
                "INGEST_SOURCES": "ecb", "INGEST_MAX_JUMP_PERCENT": "35", "DELIVERY_TIMEOUT_SECONDS": "5",
                "OUTBOX_RETENTION_DAYS": "7", "ECB_BASE_URL": "http://127.0.0.1:9/ecb/", "ECB_TIMEOUT_SECONDS": "3",
                "CURRENCY_ADDRESS": "currency:1", "HISTORY_ADDRESS": "history:2",
            ]))
        #expect(config.mode == .single)
        #expect(config.seed == .none)
        #expect(config.interval == .seconds(60))
        #expect(config.sources == [.ecb])
        #expect(config.maximumJumpPercent == 35)
        #expect(config.deliveryTimeout == .seconds(5))
        #expect(config.outboxRetentionDays == 7)
        #expect(config.endpoints[.ecb]?.url("a.xml") == "http://127.0.0.1:9/ecb/a.xml")
        #expect(config.endpoints[.ecb]?.timeout == .seconds(3))
        #expect("\(config.currency) \(config.history)" == "currency:1 history:2")
    }

    @Test(
        "what makes no sense is refused by name",
        arguments: [
            ("EXECUTION_MODE", "daemon"), ("SEED_DATA", "yes"), ("INGEST_INTERVAL_SECONDS", "0"),
            ("INGEST_SOURCES", "ecb,boj"), ("INGEST_SOURCES", "ecb,ecb"), ("INGEST_SOURCES", ""),
            ("INGEST_MAX_JUMP_PERCENT", "20%"), ("ECB_BASE_URL", "ftp://ecb"), ("ECB_BASE_URL", "http://a:b@ecb/"),
            ("OUTBOX_RETENTION_DAYS", "-1"),
        ])
    func refused(name: String, value: String) {
        #expect { try IngestorConfig.read(from: SettingsReader(environment: [name: value])) } throws: {
            ($0 as? ConfigurationProblems)?.problems.map(\.name) == [name]
        }
    }

    @Test("a source that wants a key says which setting is missing, and only when it is collected from")
    func apiKey() throws {
        let settings = SourceEndpointSettings("bank-x", base: "https://bank.example", needsKey: true)
        let catalog = SettingsCatalog([SettingsGroup("Test", settings.all)])
        #expect(settings.all.map(\.name) == ["BANK_X_BASE_URL", "BANK_X_TIMEOUT_SECONDS", "BANK_X_API_KEY"])
        let without = try SettingsReader(environment: [:]).read(catalog)
        #expect { try settings.endpoint(without) } throws: {
            ($0 as? ConfigurationProblems)?.problems.map(\.name) == ["BANK_X_API_KEY"]
        }
        let with = try SettingsReader(environment: ["BANK_X_API_KEY": "k"]).read(catalog)
        #expect(try settings.endpoint(with).apiKey == "k")
    }

    @Test("the Export-Import Bank of Korea is asked only where it is named, and then with a key")
    func kexim() throws {
        #expect {
            try IngestorConfig.read(from: SettingsReader(environment: ["INGEST_SOURCES": "ecb,kexim"]))
        } throws: { ($0 as? ConfigurationProblems)?.problems.map(\.name) == ["KEXIM_API_KEY"] }
        let config = try IngestorConfig.read(
            from: SettingsReader(environment: ["INGEST_SOURCES": "ecb,kexim", "KEXIM_API_KEY": "k"]))
        #expect(config.sources == [.ecb, .kexim])
        #expect(config.endpoints[.kexim]?.apiKey == "k")
        #expect(config.endpoints[.kexim]?.base == "https://oapi.koreaexim.go.kr/site/program/financial")
    }

    @Test("a file of baskets must be there at the start, and what it says is read later")
    func baskets() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("baskets.csv")
        #expect {
            try IngestorConfig.read(from: SettingsReader(environment: ["BASKETS_FILE": path]))
        } throws: { error in
            let problems = (error as? ConfigurationProblems)?.problems ?? []
            return problems.map(\.name) == ["BASKETS_FILE"]
                && problems.allSatisfy { $0.explanation.contains("\(path), which does not exist: put the CSV file") }
        }
        #expect {
            try IngestorConfig.read(from: SettingsReader(environment: ["BASKETS_FILE": directory.path]))
        } throws: { ($0 as? ConfigurationProblems)?.problems.map(\.name) == ["BASKETS_FILE"] }
        try Data("not yet a table".utf8).write(to: URL(filePath: path))
        let config = try IngestorConfig.read(from: SettingsReader(environment: ["BASKETS_FILE": path]))
        #expect(config.baskets?.path == path)
        #expect(config.sources.map(\.description) == ["ecb", "bigmac"])
    }

    @Test("cronjob listens where nobody is, and logs only what wants attention")
    func cronjob() throws {
        var config = try IngestorConfig.read(
            from: SettingsReader(environment: ["BIND_HOST": "0.0.0.0", "GRPC_PLAINTEXT": "anywhere"]))
        config.mode = .cronjob
        #expect(config.hostOfMode.listen == ListenConfig(httpPort: 0, grpcPort: 0))
        #expect(config.hostOfMode.common.bindHost == "127.0.0.1")
        config.mode = .single
        #expect(config.hostOfMode.listen == ListenConfig(httpPort: 8004, grpcPort: 9004))
    }
}
