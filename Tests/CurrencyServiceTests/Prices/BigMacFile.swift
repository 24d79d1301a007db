import Foundation
import SharedContracts
import SharedDomain
import SharedTesting

@testable import CurrencyService

/// The Economist's own file, as it is shipped, read in the simplest way.
enum BigMacFile {
    /// Every edition, oldest first.
    static let editions: [PriceEdition] = {
        do {
            return try read()
        } catch {
            fatalError("the shipped file cannot be read: \(error)")
        }
    }()

    /// The editions as facts, from one day on.
    static func facts(from first: String = "2000-01-01") throws -> [EventBody] {
        let day = try day(first)
        return editions.filter { $0.day >= day }.map(EventBody.priceEdition)
    }

    private static func read() throws -> [PriceEdition] {
        let path = URL(filePath: #filePath).appending(path: "../../../../Services/Ingestor/Seed/big-mac-full-index.csv")
        let text = try String(contentsOf: path.standardizedFileURL, encoding: .utf8)
        var prices: [String: [(String, String, String)]] = [:]
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            // One figure of the file has an exponent, which the data-ingestor refuses.
            guard ExactDecimal(fields[4]) != nil else { continue }
            let area = fields[1] == "EUZ" ? "EUZ" : Country.named(alpha3: fields[1]).map { "\($0.alpha2)" }
            guard let area else { throw TestFailure("\(fields[1]): not a country") }
            prices[fields[0], default: []].append((area, fields[2], fields[4]))
        }
        return try prices.sorted { $0.key < $1.key }.map { try bigMac($0.key, $0.value) }
    }
}

/// Runs `body` with a bench that holds what is shipped: the last rates, and the prices from 2022 on.
func withShippedPrices(
    isolation: isolated (any Actor)? = #isolation, _ body: (Bench) async throws -> Void
) async throws {
    try await withBench { bench in
        try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
        try await bench.receive(BigMacFile.facts(from: "2022-01-01"))
        try await body(bench)
    }
}
