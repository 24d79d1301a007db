import CurrencyService
import Foundation
import HistoryService
import IngestorService
import RankingService
import SharedConfig
import SharedTesting
import Testing

@Suite("The settings of the four services")
struct SettingsTests {
    static let catalogs = [
        CurrencyConfig.catalog, HistoryConfig.catalog, RankingConfig.catalog, IngestorConfig.catalog,
    ]

    @Test("each service starts from an empty environment")
    func defaults() throws {
        let reader = SettingsReader(environment: [:])
        _ = try CurrencyConfig.read(from: reader)
        _ = try HistoryConfig.read(from: reader)
        _ = try RankingConfig.read(from: reader)
        _ = try IngestorConfig.read(from: reader)
    }

    @Test("one settings file serves all four: each knows the names of the others")
    func sharedFile() throws {
        let directory = try TemporaryDirectory()
        let path = directory.file("settings.env")
        // A name is enough: what another service reads is not looked at.
        let names = Self.catalogs.reduce(into: Set<String>()) { $0.formUnion($1.names) }
        for catalog in Self.catalogs {
            let foreign = names.subtracting(catalog.names).sorted()
            try foreign.map { "\($0)=anything\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
            let reader = SettingsReader(environment: ["CONFIG_FILE": path])
            #expect(throws: Never.self) { try reader.read(catalog) }
        }
    }
}
