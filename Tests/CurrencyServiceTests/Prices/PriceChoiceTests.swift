import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// All at 2026-10-30 in UTC. A dollar is 1,250 won, a euro 1,500.
@Suite("Which price answers")
struct PriceChoiceTests {
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

    @Test("an edition that is dated tomorrow is the newest there is, and not there yet for who asks for a day before")
    func tomorrow() async throws {
        try await withPrices([
            basket("bigmac", "2026-10-31", [("KR", "KRW", "6000")]),
            basket("bigmac", "2026-01-01", [("KR", "KRW", "5500")]),
        ]) { (bench) async throws in
            #expect(try await found(bench, "KR") == "KR 6000 KRW operator 2026-10-31")
            #expect(try await found(bench, "KR", edition: "9998-12-31") == "KR 6000 KRW operator 2026-10-31")
            #expect(try await found(bench, "KR", edition: "2026-10-30") == "KR 5500 KRW operator 2026-01-01")
        }
    }
}
