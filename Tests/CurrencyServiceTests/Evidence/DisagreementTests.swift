import NIOCore
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Sources that say different things")
struct DisagreementTests {
    /// Two sources: 1,500 won for a euro of 1.2 dollars, which is 1,250 for a dollar, and that many won for a dollar.
    private func disagreement(
        _ won: String, bound: String, in base: String = "KRW", of currency: String = "USD"
    ) async throws -> LatestAnswer.Disagreement? {
        let preferences = RatePreferences(sources: [.ecb, bok], disagreementPercent: try decimal(bound))
        return try await withBench(preferences: preferences) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"]), bokSheet("2026-10-30", ["USD": (won, 1)]),
            ])
            return try await bench.answer([currency], in: base).entry(currency)?.disagreement
        }
    }

    // 1262.5 is 1250 and 1 % of it; the rest is the definition.
    @Test("a spread of the bound itself is within it, the least more is not")
    func exactly() async throws {
        #expect(try await disagreement("1262.5", bound: "1") == nil)
        #expect(try await disagreement("1262.5000000001", bound: "1") != nil)
        #expect(try await disagreement("1262.5", bound: "0.999999") != nil)
        #expect(try await disagreement("1237.623762376", bound: "1") != nil)
        #expect(try await disagreement("1237.623762377", bound: "1") == nil)
        #expect(try await disagreement("1250", bound: "0") == nil)
        #expect(try await disagreement("1250.000000001", bound: "0") != nil)
    }

    @Test("the spread is in percent of the lowest, and each source's rate is told")
    func figures() async throws {
        let found = try #require(try await disagreement("1300", bound: "1"))
        #expect(found.spreadPercent.description == "4.0000")
        #expect(found.rates.map { "\($0.source) \($0.value)" } == ["ecb 1250", "bok 1300"])
        // The other way round: 1/1250 is 4 % more than 1/1300. Python: 1/1300 = 0.000769230769230…
        let inverse = try #require(try await disagreement("1300", bound: "1", in: "USD", of: "KRW"))
        #expect(inverse.spreadPercent.description == "4.0000")
        #expect(inverse.rates.map { "\($0.source) \($0.value)" } == ["ecb 0.0008", "bok 0.0007692307692"])
    }

    @Test("a stale source has no say, and a currency in itself is no matter of opinion")
    func stale() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1500", "USD": "1.2"]), bokSheet("2026-10-30", ["USD": ("1300", 1)]),
            ])
            #expect(try await bench.answer(["USD"]).entry("USD")?.disagreement != nil)
            #expect(try await bench.answer(["KRW"]).entry("KRW")?.disagreement == nil)
            // The ECB's of Friday are six hours overdue at 21:00 UTC.
            bench.time.advance(to: try #require(Instant("2026-10-30T21:00:00Z")))
            let late = try #require(try await bench.answer(["USD"]).entry("USD"))
            #expect(late.disagreement == nil)
            #expect(late.fallback == RateFallback(preferred: .ecb, reason: .stale))
        }
    }

    @Test("of three sources, the two that agree are told beside the third; with that one stale, nothing is")
    func three() async throws {
        let kexim = try Sheet(
            source: .kexim, pivot: .krw, day: day("2026-10-30"),
            publishedAt: PublicationCalendar.kexim.publishedAt(day("2026-10-30")), recordedAt: ECBFile.recordedAt,
            quotes: [Quote(currency: code("USD"), price: decimal("1251"), direction: .inPivot)])
        try await withBench(rateSources: [.ecb, .kexim, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"]), kexim,
                bokSheet("2026-10-29", ["USD": ("1300", 1)]),
            ])
            let found = try #require(try await bench.answer(["USD"]).entry("USD")?.disagreement)
            #expect(found.rates.map(\.source) == [.ecb, .kexim, bok])
            #expect(found.spreadPercent.description == "4.0000")
            bench.time.advance(to: try #require(Instant("2026-10-30T21:00:00Z")))
            #expect(try await bench.answer(["USD"]).entry("USD")?.disagreement == nil)
        }
    }

    @Test("the one rate, the tables and the answer say the same")
    func oneRate() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-28", ["KRW": "1500", "USD": "1.2"]), bokSheet("2026-10-30", ["USD": ("1300", 1)]),
                ecbSheet("2026-10-29", ["KRW": "1500", "JPY": "160"]),
            ])
            for base in ["KRW", "USD", "EUR", "JPY"] {
                let answer = try await bench.answer(in: base)
                for entry in answer.entries {
                    let served = try #require(
                        bench.holdings.rates.rate(
                            of: entry.rate.currency, in: code(base), at: answer.version.asOf))
                    let made = try LatestAnswer.Entry(served, significantDigits: 10, asOf: answer.version.asOf)
                    #expect(
                        String(buffer: JSONWriter.encode(made)) == String(buffer: JSONWriter.encode(entry)))
                }
            }
        }
    }

    @Test("over HTTP and gRPC the reason and the rates are told")
    func told() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"]),
                bokSheet("2026-10-30", ["USD": ("1300", 1), "VND": ("5.4", 100)]),
            ])
            let text = try await bench.ask("/api/v1/currencies/latest?symbols=USD,VND").text
            #expect(
                text.contains(
                    #""fallback":null,"disagreement":{"spread_percent":4.0000,"rates":{"ecb":1250,"bok":1300}}}"#))
            #expect(
                text.contains(#""fallback":{"preferred_source":"ecb","reason":"missing"},"disagreement":null}"#))
            let exact = try await bench.ask("/api/v1/currencies/latest?symbols=USD&numbers=string").text
            #expect(exact.contains(#"{"spread_percent":"4.0000","rates":{"ecb":"1250","bok":"1300"}}"#))

            let reply = CurrencyV1LatestReply(try await bench.answer(["USD", "VND"], digits: 20))
            let (dollar, dong) = (try #require(reply.rates.first), try #require(reply.rates.last))
            #expect(!dollar.hasFallback)
            #expect(try ExactDecimal(dollar.disagreement.spreadPercent).description == "4.0000")
            #expect(dollar.disagreement.rates.map(\.source) == ["ecb", "bok"])
            #expect(try dollar.disagreement.rates.map { try ExactDecimal($0.rate).description } == ["1250", "1300"])
            #expect(!dong.hasDisagreement)
            #expect(dong.fallback.preferredSource == "ecb")
            #expect(dong.fallback.reason == .missing)
        }
    }
}
