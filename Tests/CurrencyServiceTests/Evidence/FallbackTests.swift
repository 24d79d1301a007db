import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Why a rate comes from the source that it comes from")
struct FallbackTests {
    private func ecb(_ date: String, usd: String = "1.2") throws -> Sheet {
        try ecbSheet(date, ["KRW": "1500", "USD": usd])
    }
    private func bank(_ date: String, usd: String = "1251") throws -> Sheet {
        try bokSheet(date, ["USD": (usd, 1), "VND": ("5.4", 100)])
    }
    private func rule(_ text: String) throws -> PairPreference { try #require(PairPreference(text)) }

    private func text(_ answer: LatestAnswer, _ code: String) -> String {
        guard let entry = answer.entry(code) else { return "none" }
        let reason = entry.fallback.map { " for \($0.preferred), \($0.reason)" } ?? ""
        return "\(entry.rate.cross.source)\(reason)"
    }

    @Test("the preferred source needs no word; one that lacks the pair is missing; a stale one is stale")
    func reasons() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([ecb("2026-10-30"), bank("2026-10-30")])
            let answer = try await bench.answer()
            #expect(text(answer, "USD") == "ecb")
            #expect(text(answer, "VND") == "bok for ecb, missing")
            #expect(text(answer, "KRW") == "ecb")
        }
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([ecb("2026-10-29"), bank("2026-10-30")])
            // The ECB's of Friday are six hours overdue at 21:00 UTC.
            bench.time.advance(to: try #require(Instant("2026-10-30T20:59:59Z")))
            #expect(try await text(bench.answer(), "USD") == "ecb")
            bench.time.advance(to: try #require(Instant("2026-10-30T21:00:00Z")))
            #expect(try await text(bench.answer(), "USD") == "bok for ecb, stale")
            // By the end of Monday both are late, and the newer one serves; of the same day the preferred one would.
            bench.time.advance(to: try #require(Instant("2026-11-02T21:00:00Z")))
            let late = try await bench.answer()
            #expect(text(late, "USD") == "bok for ecb, stale")
            #expect(late.entry("USD")?.isStale == true)
            try await bench.receive([ecb("2026-10-30")])
            #expect(try await text(bench.answer(), "USD") == "ecb")
        }
    }

    @Test("a source that nothing was ever received of is missed only where a rule names it")
    func neverReceived() async throws {
        let plain = RatePreferences(sources: [.kexim, .ecb])
        try await withBench(preferences: plain) { bench in
            try await bench.receive([ecb("2026-10-30")])
            #expect(try await text(bench.answer(), "USD") == "ecb")
        }
        let ruled = RatePreferences(sources: [.ecb], rules: [try rule("USD/KRW=kexim")])
        try await withBench(preferences: ruled) { bench in
            try await bench.receive([ecb("2026-10-30")])
            let answer = try await bench.answer()
            #expect(text(answer, "USD") == "ecb for kexim, missing")
            #expect(text(answer, "EUR") == "ecb")
            #expect(try await text(bench.answer(in: "USD"), "KRW") == "ecb for kexim, missing")
            #expect(try await text(bench.answer(in: "USD"), "EUR") == "ecb")
        }
    }

    @Test("a rule holds for its pair in both directions, and for no other")
    func rules() async throws {
        let preferences = RatePreferences(sources: [.ecb], rules: [try rule("KRW/USD=bok")])
        try await withBench(preferences: preferences) { bench in
            try await bench.receive([ecb("2026-10-30"), bank("2026-10-30")])
            let inWon = try await bench.answer()
            #expect(inWon.texts == ["EUR": "1500", "KRW": "1", "USD": "1251"])
            #expect(text(inWon, "USD") == "bok")
            // 1 / 1251 by the bank; 1.2 by the ECB.
            let inDollars = try await bench.answer(in: "USD")
            #expect(inDollars.texts == ["EUR": "1.2", "KRW": "0.0007993605116", "USD": "1"])
            // The dong is the bank's alone, which is not among the sources of that pair.
            #expect(try await bench.answer(["VND"]).unavailable.map(\.description) == ["VND"])
            #expect(bench.holdings.rates.currencies.map(\.description) == ["EUR", "KRW", "USD"])
        }
    }

    @Test("a pair that only a rule's source has is priced, in itself too")
    func ruleOnly() async throws {
        let preferences = RatePreferences(sources: [.ecb], rules: [try rule("VND/KRW=bok")])
        try await withBench(preferences: preferences) { bench in
            try await bench.receive([ecb("2026-10-30"), bank("2026-10-30")])
            #expect(try await bench.answer(["VND"]).texts == ["VND": "0.054"])
            #expect(try await bench.answer(in: "VND").texts == ["KRW": "18.51851852", "VND": "1"])
        }
    }

    @Test("the settings are part of the version")
    func version() async throws {
        var tags: Set<String> = []
        let bounds = ["1", "2"]
        let rules = [[], [try rule("USD/KRW=bok ecb")], [try rule("USD/KRW=bok")], [try rule("USD/KRW=ecb bok")]]
        for bound in bounds {
            for rules in rules {
                let preferences = RatePreferences(
                    sources: [.ecb, bok], rules: rules, disagreementPercent: try decimal(bound))
                try await withBench(preferences: preferences) { bench in
                    try await bench.receive([ecb("2026-10-30"), bank("2026-10-30")])
                    tags.insert(try #require(bench.rates.version(in: .krw, at: bench.time.now)).tag)
                }
            }
        }
        #expect(tags.count == bounds.count * rules.count)
    }
}
