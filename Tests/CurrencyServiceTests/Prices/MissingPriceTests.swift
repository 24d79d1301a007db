import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// All at 2026-10-30 in UTC. A dollar is 1,250 won, a euro 1,500.
@Suite("Where no price answers")
struct MissingPriceTests {
    @Test("a price in withdrawn money answers only where there is no other, and cannot be compared")
    func withdrawn() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")]),
            basket("bigmac", "2024-01-01", [("HR", "EUR", "4.8")]),
            basket("bigmac", "2024-06-01", [("HR", "HRK", "40"), ("BG", "BGN", "7")]),
            basket("bigmac", "2024-07-01", [("VE", "VEF", "10950")]),
        ]) { bench in
            let euros = try await bench.index("HR").item("bigmac")?.comparison.price.current
            #expect(try euros?.day == day("2024-01-01"))
            #expect(euros?.price.currency == .eur)
            let answer = try await bench.index("VE")
            let item = try #require(answer.item("bigmac"))
            #expect(item.comparison.price.current?.price.currency.description == "VEF")
            #expect(item.comparison.missing == .noRate)
            #expect(item.index == nil && item.dollars == nil && answer.composite == nil)
        }
    }

    // 1,096 days before 2026-10-30 is 2023-10-30: Python's datetime.
    @Test("a price answers until it is 1,096 days old", arguments: [("2023-10-30", false), ("2023-10-29", true)])
    func age(date: String, isOutdated: Bool) async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")]), basket("bigmac", date, [("US", "USD", "6")]),
        ]) { bench in
            let item = try #require(try await bench.index("US").item("bigmac"))
            #expect(item.comparison.price.isOutdated == isOutdated)
            #expect((item.index == nil) == isOutdated)
            #expect(item.comparison.missing == (isOutdated ? .outdated : nil))
            let other = try #require(try await bench.index("KR", base: "US").item("bigmac"))
            #expect(other.comparison.missing == (isOutdated ? .baseOutdated : nil))
            // With an edition asked for, its age is counted to that day.
            let then = try await bench.index("US", base: "US", edition: date)
            #expect(then.text("bigmac") == "100")
        }
    }

    @Test("how old a price may be is the operator's to say")
    func setting() async throws {
        try await withPrices([basket("bigmac", "2026-10-20", [("KR", "KRW", "5500")])]) { bench in
            let korea = try country("KR")
            for (days, index) in [(10, "100"), (9, "-")] {
                let indexes = PriceIndexes(
                    layers: RateLayers(holdings: bench.holdings), time: bench.time.source, maximumAgeDays: days)
                let answer = try await indexes.index(
                    PriceIndexQuestion(country: korea, base: korea, significantDigits: 10))
                #expect(answer.text("bigmac") == index)
            }
        }
    }

    @Test("a country without any price has none, and one that nothing is held of for the base says so")
    func nothing() async throws {
        try await withPrices([basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")])]) { bench in
            let answer = try await bench.index("KP")
            #expect(answer.item("bigmac")?.comparison.missing == .noPrice)
            #expect(answer.composite == nil)
            // The base country's price was used.
            #expect(answer.lastUpdated == ECBFile.recordedAt)
            #expect(try await bench.index("KP", base: "KP").lastUpdated == nil)
            #expect(try await bench.index("KR", base: "KP").item("bigmac")?.comparison.missing == .noBasePrice)
            #expect(try await bench.ranking(base: "KP").entries.isEmpty)
        }
    }
}
