import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Price editions")
struct PriceKeepingTests {
    @Test("every edition is kept, with each price as it was published")
    func kept() async throws {
        try await withBench { bench in
            // Figures of The Economist's file.
            let first = try bigMac("2000-04-01", [("AR", "ARS", "2.50"), ("AU", "AUD", "2.59")])
            let second = try bigMac("2026-01-01", [("EUZ", "EUR", "6.02")])
            try await bench.receive([.priceEdition(second), .priceEdition(first)])
            #expect(
                try bench.holdings.prices
                    == PriceHoldings(
                        items: [PriceHoldings.Item(name: "bigmac", editions: 2, newest: day("2026-01-01"))]))
            let held = try await bench.store.read { try PriceTable(db: $0).prices(of: first) }
            #expect(held == first.prices)
            #expect(held.map(\.localPrice.description) == ["2.50", "2.59"])
        }
    }

    @Test("the same edition again changes nothing, a later one with other prices takes its place")
    func correction() async throws {
        let start = ECBFile.recordedAt
        try await withBench { bench in
            let first = try bigMac("2026-01-01", [("KR", "KRW", "5500"), ("JP", "JPY", "480")])
            try await bench.receive([.priceEdition(first)], recordedAt: start)
            let before = try await bench.rows()
            try await bench.receive([.priceEdition(first)], recordedAt: start.advanced(by: .seconds(5)))
            #expect(try await bench.rows() == before)

            let corrected = try bigMac("2026-01-01", [("KR", "KRW", "5700")])
            try await bench.receive([.priceEdition(corrected)], recordedAt: start.advanced(by: .seconds(-5)))
            #expect(try await bench.rows() == before)
            try await bench.receive([.priceEdition(corrected)], recordedAt: start.advanced(by: .seconds(9)))
            #expect(try await bench.store.read { try PriceTable(db: $0).prices(of: first) } == corrected.prices)
            #expect(try await bench.rows().count { $0.hasPrefix("price ") } == 1)
        }
    }

    @Test("editions of two sources for one day stand beside each other")
    func twoSources() async throws {
        try await withBench { bench in
            let one = try bigMac("2026-01-01", [("KR", "KRW", "5500")])
            let other = try bigMac("2026-01-01", [("KR", "KRW", "5600")], source: "operator")
            try await bench.receive([.priceEdition(one), .priceEdition(other)])
            #expect(bench.holdings.prices.editions == 2)
        }
    }
}
