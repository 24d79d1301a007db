import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The ranking by prices")
struct PriceRankingTests {
    /// A dollar is 1,250 won, a euro 1,500, a yen 10.
    private func prices() throws -> [EventBody] {
        [
            // In won: 5000, 5000, 7500, 4000.
            try basket(
                "bigmac", "2026-01-01",
                [("KR", "KRW", "5000"), ("US", "USD", "4"), ("DE", "EUR", "5"), ("JP", "JPY", "400")]),
            // In won: 1500, 3750, 1500.
            try basket(
                "metro-ticket", "2026-02-01", [("KR", "KRW", "1500"), ("US", "USD", "3"), ("JP", "JPY", "150")]),
        ]
    }

    @Test("without an item the mean decides; with one, that item's index, and who has none is left out")
    func items() async throws {
        try await withPrices(prices()) { bench in
            // Composites: KR 100, US (100 + 250) / 2, DE 150, JP (80 + 100) / 2.
            let all = try await bench.ranking()
            #expect(all.text == "1:JP 2:KR 3:DE 4:US")
            #expect(all.entries.map(\.composite.description) == ["90", "100", "150", "175"])
            #expect(all.entries[2].indices.map(\.item) == ["bigmac"])
            #expect(try await bench.ranking(item: "bigmac").text == "1:JP 2:KR 2:US 4:DE")
            let tickets = try await bench.ranking(item: "metro-ticket")
            #expect(tickets.text == "1:JP 1:KR 3:US")
            #expect(tickets.entries.map(\.composite.description) == ["90", "100", "175"])
            #expect(tickets.entries.map { $0.indices.map(\.index.description) }.last == ["100", "250"])
        }
    }

    @Test("the limit cuts the list and not the total; rates are told of the countries that are listed")
    func limit() async throws {
        try await withPrices(prices()) { bench in
            let answer = try await bench.ranking(limit: 1)
            #expect(answer.text == "1:JP")
            #expect(answer.total == 4)
            #expect(answer.rates.map { "\($0.currency) in \($0.base)" } == ["JPY in KRW"])
        }
    }

    @Test("equality is exact: prices that differ beyond the digits given do not share a rank")
    func exact() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive([
                basket(
                    "bigmac", "2026-01-01",
                    [
                        ("KR", "KRW", "5000"), ("US", "USD", "4"), ("EC", "USD", "4.000000000000001"),
                        ("SV", "USD", "4.0"),
                    ])
            ])
            let answer = try await bench.ranking()
            #expect(answer.text == "1:KR 1:SV 1:US 4:EC")
            #expect(answer.entries.map(\.composite.description) == ["100", "100", "100", "100"])
        }
    }

    @Test("an item that nothing is held of is not found")
    func unknown() async throws {
        try await withPrices(prices()) { bench in
            let error = await #expect(throws: ServiceError.self) { try await bench.ranking(item: "latte") }
            #expect(error?.code == .notFound)
            #expect(error?.details["expected"] == "one of bigmac, metro-ticket")
        }
    }
}
