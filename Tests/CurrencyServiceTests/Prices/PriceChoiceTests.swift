import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// All at 2026-10-30 in UTC. A dollar is 1,250 won, a euro 1,500.
@Suite("Which price answers")
struct PriceChoiceTests {
    private func withPrices(
        _ facts: [EventBody], _ body: (Bench) async throws -> Void, isolation: isolated (any Actor)? = #isolation
    ) async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive(facts)
            try await body(bench)
        }
    }

    private func found(_ bench: Bench, _ place: String, edition: String? = nil) async throws -> String {
        let price = try await bench.index(place, edition: edition).item("bigmac")?.comparison.price.current
        return price.map { "\($0.price.area) \($0.price.localPrice) \($0.price.currency) \($0.source) \($0.day)" }
            ?? "-"
    }

    @Test("of two sources the one with the newer edition, item by item and country by country")
    func sources() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500"), ("US", "USD", "6")], source: "economist"),
            basket("bigmac", "2026-03-01", [("KR", "KRW", "5600")], source: "operator"),
            basket("bigmac", "2025-07-01", [("KR", "KRW", "5400"), ("JP", "JPY", "480")], source: "operator"),
            basket("metro-ticket", "2026-02-01", [("KR", "KRW", "1500"), ("US", "USD", "3")]),
        ]) { bench in
            #expect(try await found(bench, "KR") == "KR 5600 KRW operator 2026-03-01")
            #expect(try await found(bench, "US") == "US 6 USD economist 2026-01-01")
            #expect(try await found(bench, "JP") == "JP 480 JPY operator 2025-07-01")
            #expect(try await found(bench, "KR", edition: "2026-02-28") == "KR 5500 KRW economist 2026-01-01")
            let dollar = try await bench.index("US")
            // 100 × 6 × 1250 / 5600, 100 × 3 × 1250 / 1500, and their mean.
            #expect(dollar.text("bigmac") == "133.9285714")
            #expect(dollar.text("metro-ticket") == "250")
            #expect(dollar.composite?.description == "191.9642857")
        }
    }

    @Test("two sources of one day go by name")
    func sameDay() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5600")], source: "operator"),
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")], source: "economist"),
        ]) { (bench) async throws in
            #expect(try await found(bench, "KR") == "KR 5500 KRW economist 2026-01-01")
        }
    }

    @Test("a member's own price comes before the euro area's of the same day, and not before one of a later day")
    func own() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("EUZ", "EUR", "6.08")], source: "economist"),
            basket("bigmac", "2026-01-01", [("DE", "EUR", "5.79")], source: "operator"),
            basket("bigmac", "2025-12-31", [("FR", "EUR", "5.50")], source: "operator"),
        ]) { (bench) async throws in
            #expect(try await found(bench, "DE") == "DE 5.79 EUR operator 2026-01-01")
            #expect(try await found(bench, "FR") == "EUZ 6.08 EUR economist 2026-01-01")
            // Uses the euro, and is no member.
            #expect(try await found(bench, "ME") == "-")
            #expect(try await !bench.index("DE").isAnsweredByEuroArea)
            #expect(try await bench.index("FR").isAnsweredByEuroArea)
        }
    }

    @Test("the euro area answers for a country from the day it joined; until then its old money does")
    func joining() async throws {
        try await withPrices([
            basket("bigmac", "2022-07-01", [("EUZ", "EUR", "4.65"), ("HR", "HRK", "26")]),
            basket("bigmac", "2023-01-01", [("EUZ", "EUR", "4.86")]),
            basket("bigmac", "2025-07-01", [("EUZ", "EUR", "5.9"), ("BG", "BGN", "7")]),
            basket("bigmac", "2026-01-01", [("EUZ", "EUR", "6.08")]),
        ]) { (bench) async throws in
            #expect(try await found(bench, "HR", edition: "2022-12-31") == "HR 26 HRK operator 2022-07-01")
            #expect(try await found(bench, "HR", edition: "2023-01-01") == "EUZ 4.86 EUR operator 2023-01-01")
            #expect(try await found(bench, "HR") == "EUZ 6.08 EUR operator 2026-01-01")
            #expect(try await found(bench, "BG", edition: "2025-12-31") == "BG 7 BGN operator 2025-07-01")
            #expect(try await found(bench, "BG") == "EUZ 6.08 EUR operator 2026-01-01")
        }
    }

    @Test("a price in withdrawn money answers only where there is no other, and cannot be compared")
    func withdrawn() async throws {
        try await withPrices([
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")]),
            basket("bigmac", "2024-01-01", [("HR", "EUR", "4.8")]),
            basket("bigmac", "2024-06-01", [("HR", "HRK", "40"), ("BG", "BGN", "7")]),
            basket("bigmac", "2024-07-01", [("VE", "VEF", "10950")]),
        ]) { bench in
            #expect(try await found(bench, "HR") == "HR 4.8 EUR operator 2024-01-01")
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

    @Test("an edition that is dated tomorrow is the newest there is, and not there yet for who asks for a day before")
    func tomorrow() async throws {
        try await withPrices([
            basket("bigmac", "2026-10-31", [("KR", "KRW", "6000")]),
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")]),
        ]) { (bench) async throws in
            #expect(try await found(bench, "KR") == "KR 6000 KRW operator 2026-10-31")
            #expect(try await found(bench, "KR", edition: "9998-12-31") == "KR 6000 KRW operator 2026-10-31")
            #expect(try await found(bench, "KR", edition: "2026-10-29") == "KR 5500 KRW operator 2026-01-01")
        }
    }

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
