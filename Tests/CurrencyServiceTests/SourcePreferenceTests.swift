import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Which source a rate comes from")
struct SourcePreferenceTests {
    private func ecb(_ date: String) throws -> Sheet { try ecbSheet(date, ["KRW": "1500", "USD": "1.2"]) }
    private func bank(_ date: String) throws -> Sheet {
        try bokSheet(date, ["USD": ("1251", 1), "JPY": ("850.5", 100), "VND": ("5.4", 100)])
    }

    @Test("the preferred source answers for what it has, the next for the rest")
    func order() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([bank("2026-10-30"), ecb("2026-10-30")])
            let answer = try await bench.answer()
            // 1500 / 1.2; won for 100 yen and 100 dong divided by 100.
            #expect(
                answer.texts == ["EUR": "1500", "JPY": "8.505", "KRW": "1", "USD": "1250", "VND": "0.054"])
            #expect(answer.entry("USD")?.rate.cross.source == .ecb)
            #expect(answer.entry("JPY")?.rate.cross.source == bok)
        }
    }

    @Test("the order is the setting's")
    func otherOrder() async throws {
        try await withBench(rateSources: [bok, .ecb]) { bench in
            try await bench.receive([ecb("2026-10-30"), bank("2026-10-30")])
            #expect(try await bench.answer(["USD", "EUR"]).texts == ["USD": "1251", "EUR": "1500"])
        }
    }

    @Test("a stale source gives way to one that is not; when both are, the newer one answers")
    func stale() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([ecb("2026-10-28"), bank("2026-10-30")])
            let fresh = try await bench.answer(["USD"])
            #expect(fresh.entry("USD")?.rate.cross.source == bok)
            #expect(!fresh.isStale)
            bench.time.advance(to: try #require(Instant("2026-11-20T00:00:00Z")))
            let late = try await bench.answer(["USD"])
            #expect(late.entry("USD")?.rate.cross.source == bok)
            #expect(late.isStale)
        }
    }

    @Test("a source that is not listed is stored and not used")
    func unlisted() async throws {
        try await withBench { bench in
            try await bench.receive([bank("2026-10-30")])
            #expect(bench.holdings.rates.isEmpty)
            let holdings = try await CurrencyHoldings.load(
                from: bench.store, rateSources: [bok], metrics: bench.metrics)
            #expect(holdings.rates.currencies.map(\.description) == ["JPY", "KRW", "USD", "VND"])
        }
    }
}
