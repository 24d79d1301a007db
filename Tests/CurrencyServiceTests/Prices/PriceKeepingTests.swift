import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTelemetry
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
            let item = try #require(bench.holdings.prices.items.first)
            #expect(item.name == "bigmac")
            #expect(item.editions == 2)
            #expect(try item.newest == day("2026-01-01"))
            #expect(try item.oldest == day("2000-04-01"))
            #expect(try item.prices(for: country("AR")).map(\.price.localPrice.description) == ["2.50"])
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

    @Test("memory is the same after a restart, whatever order the editions came in")
    func restart() async throws {
        try await withBench { bench in
            try await bench.receive(BigMacFile.facts().reversed())
            #expect(bench.holdings.prices.editions == 43)
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [.ecb], metrics: MetricsRegistry())
            #expect(holdings.prices == bench.holdings.prices)
            try await withBench { replica in
                for fact in try BigMacFile.facts() { try await replica.receive([fact]) }
                #expect(replica.holdings.prices == bench.holdings.prices)
            }
        }
    }

    @Test("memory holds the newest editions of an item, and the store all of them")
    func bound() async throws {
        let first = try day("2020-01-01")
        let editions = try (0...PriceHoldings.mostEditions).map { offset in
            HeldEdition(
                edition: try bigMac("\(first.adding(days: offset))", [("KR", "KRW", "\(5000 + offset)")]),
                recordedAt: ECBFile.recordedAt)
        }
        let item = try #require(PriceHoldings(editions.shuffled()).items.first)
        #expect(item.editions == PriceHoldings.mostEditions)
        #expect(item.oldest == first.adding(days: 1))
        #expect(item.newest == first.adding(days: PriceHoldings.mostEditions))
        #expect(try item.prices(for: country("KR")).count == PriceHoldings.mostEditions)
    }

    @Test(
        "each table is read once, in the order of its key",
        arguments: [(PriceTable.everyEdition, "price_edition"), (PriceTable.everyPrice, "price")])
    func plans(sql: String, table: String) async throws {
        try await withTemporaryStore(migrations: CurrencyMigrations.all) { store in
            let plan = try await QueryPlan(of: sql, in: store)
            #expect(plan.steps == ["SCAN \(table)"])
        }
    }
}
