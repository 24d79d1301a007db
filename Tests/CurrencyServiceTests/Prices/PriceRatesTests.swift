import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// All at 2026-10-30 in UTC. A dollar is 1,250 won, a euro 1,500.
@Suite("The rates that prices are compared at")
struct PriceRatesTests {
    @Test("two prices in the same money need no rate; the base in itself is 100 whatever money it is in")
    func sameMoney() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("TW", "TWD", "78"), ("EC", "USD", "5"), ("US", "USD", "4")])
        ]) { bench in
            let itself = try await bench.index("TW", base: "TW")
            #expect(itself.text("bigmac") == "100")
            #expect(itself.item("bigmac")?.dollars == nil)
            #expect(itself.rates.isEmpty)
            let other = try await bench.index("EC", base: "US")
            #expect(other.text("bigmac") == "125")
            #expect(other.item("bigmac")?.dollars?.description == "5")
            #expect(other.rates.isEmpty)
            #expect(try await bench.index("TW", base: "US").item("bigmac")?.comparison.missing == .noRate)
        }
    }

    @Test("the rates that were used are told, each once, with their evidence")
    func rates() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500"), ("EUZ", "EUR", "6")]),
            basket("latte", "2026-01-01", [("KR", "KRW", "5000"), ("EUZ", "EUR", "5")]),
        ]) { bench in
            let answer = try await bench.index("FR")
            #expect(answer.rates.map { "\($0.currency) in \($0.base)" } == ["EUR in KRW", "EUR in USD", "KRW in USD"])
            #expect(answer.rates.map(\.entry.rate.value.description) == ["1500", "1.2", "0.0008"])
            #expect(answer.rates.map { $0.entry.rate.cross.legs.count } == [1, 1, 2])
            #expect(!answer.isStale)
            bench.time.advance(to: try #require(Instant("2026-11-20T00:00:00Z")))
            #expect(try await bench.index("FR").isStale)
            #expect(try await bench.ranking().isStale)
        }
    }
}
