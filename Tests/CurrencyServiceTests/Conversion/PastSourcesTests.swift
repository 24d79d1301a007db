import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// The Export-Import Bank is preferred to the ECB where not said otherwise. The prices are made up: a dollar is 1250 won
/// by the ECB.
@Suite("Which source a conversion of a past day comes from")
struct PastSourcesTests {
    private func ecb(_ date: String) throws -> Sheet {
        try ecbSheet(date, ["KRW": "1500", "USD": "1.2", "CHF": "0.9"])
    }

    private func kexim(_ date: String, usd: String = "1251") throws -> Sheet {
        let publishedAt = PublicationCalendar.kexim.publishedAt(try day(date))
        return try Sheet(
            source: .kexim, pivot: .krw, day: day(date), publishedAt: publishedAt,
            recordedAt: max(publishedAt, ECBFile.recordedAt),
            quotes: [Quote(currency: .usd, price: decimal(usd), direction: .inPivot)])
    }

    /// The ECB has every working day to 2026-10-30, the bank neither Monday and Tuesday nor Thursday of that week.
    private func sheets() throws -> [Sheet] {
        try ["26", "27", "28", "29", "30"].map { try ecb("2026-10-\($0)") }
            + [kexim("2026-10-28"), kexim("2026-10-30", usd: "1300")]
    }

    private func withSources(
        _ sheets: [Sheet], preferences: RatePreferences = RatePreferences(sources: [.kexim, .ecb]),
        now: String = "2026-11-21T12:00:00Z", isolation: isolated (any Actor)? = #isolation,
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await withBench(preferences: preferences, history: EmptyArchive()) { bench in
            try await bench.receive(sheets, head: UInt64(sheets.count))
            bench.time.advance(to: try #require(Instant(now)))
            try await body(bench)
        }
    }

    /// `rate source day`, and what is said beside it.
    private func text(
        _ bench: Bench, _ from: String = "USD", on date: String, to: String = "KRW"
    ) async throws -> String {
        let question = try ConversionQuestion(from: code(from), to: code(to), amount: .one, day: day(date))
        let evidence = try await bench.useCases.conversions.answer(question, at: bench.time.now).evidence
        var text = "\(evidence.rate.value) \(evidence.rate.cross.source) \(evidence.rate.cross.day)"
        if evidence.isStale { text += " stale" }
        if let fallback = evidence.fallback { text += ", for \(fallback.preferred): \(fallback.reason)" }
        if let disagreement = evidence.disagreement {
            let rates = disagreement.rates.map { "\($0.source) \($0.value)" }.joined(separator: " ")
            text += ", \(disagreement.spreadPercent) %: \(rates)"
        }
        return text
    }

    /// - Parameter isWhole: false where what is expected is only a part.
    private func expect(
        _ expected: String, _ bench: Bench, _ from: String = "USD", on date: String, to: String = "KRW",
        isWhole: Bool = true, at location: SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await text(bench, from, on: date, to: to)
        #expect(isWhole ? found == expected : found.contains(expected), "\(found)", sourceLocation: location)
    }

    @Test("the preferred one, unless it was stale by the end of that day; two that differ are told")
    func stale() async throws {
        try await withSources(sheets()) { bench in
            try await expect("1251 kexim 2026-10-28", bench, on: "2026-10-28")
            // The bank published nothing on Thursday, which was due at 11:00 in Seoul.
            try await expect("1250 ecb 2026-10-29, for kexim: stale", bench, on: "2026-10-29")
            // 1300 is 4 % above 1250.
            let friday = "1300 kexim 2026-10-30, 4.0000 %: kexim 1300 ecb 1250"
            try await expect(friday, bench, on: "2026-10-30")
            try await expect(friday, bench, on: "2026-11-01")
            // On Monday evening both were late; of the same day the preferred one serves.
            try await expect("1300 kexim 2026-10-30 stale", bench, on: "2026-11-02")
        }
    }

    @Test("a source that has been received before is missed on the days before it began, whichever layer has them")
    func missing() async throws {
        let old = try [ecb("2026-09-21"), ecb("2026-10-02")]
        try await withSources(old + sheets()) { bench in
            // From memory, and from the store: neither has a sheet of the bank there.
            try await expect("1250 ecb 2026-10-26, for kexim: missing", bench, on: "2026-10-26")
            try await expect("1250 ecb 2026-09-21, for kexim: missing", bench, on: "2026-09-21")
            #expect(bench.ownStore.reads > 0)
            try await expect("for kexim: missing", bench, "CHF", on: "2026-10-30", to: "USD", isWhole: false)
            _ = bench.holdings.drop()
            try await expect("1250 ecb 2026-09-21, for kexim: missing", bench, on: "2026-09-21")
        }
    }

    @Test("one that nothing was ever received of is missed only where a rule names it")
    func neverReceived() async throws {
        try await withSources([ecb("2026-10-30")]) { bench in
            try await expect("1250 ecb 2026-10-30", bench, on: "2026-10-30")
        }
        let rule = try #require(PairPreference("USD/KRW=kexim"))
        let ruled = RatePreferences(sources: [.ecb], rules: [rule])
        try await withSources([ecb("2026-10-30")], preferences: ruled) { bench in
            try await expect("1250 ecb 2026-10-30, for kexim: missing", bench, on: "2026-10-30")
            try await expect("ecb 2026-10-30", bench, "CHF", on: "2026-10-30", to: "USD", isWhole: false)
        }
    }

    @Test("where all were stale the one of the newest day serves; one that had ended long before is stale, not missing")
    func ended() async throws {
        let preferences = RatePreferences(sources: [.ecb, .kexim])
        let november = try [5, 6, 9, 10, 11, 12, 13, 16, 17].map {
            try kexim("2026-11-\($0 < 10 ? "0" : "")\($0)")
        }
        try await withSources([ecb("2026-10-30")] + november, preferences: preferences) { bench in
            try await expect("1251 kexim 2026-11-05, for ecb: stale", bench, on: "2026-11-05")
            try await expect("1251 kexim 2026-11-17, for ecb: stale", bench, on: "2026-11-17")
            try await expect("1251 kexim 2026-11-17 stale, for ecb: stale", bench, on: "2026-11-18")
            try await expect("1250 ecb 2026-10-30 stale", bench, on: "2026-11-04")
        }
    }

    @Test("a day that is not over is judged by the clock")
    func today() async throws {
        try await withSources([ecb("2026-10-30"), kexim("2026-10-30")], now: "2026-11-02T03:00:00Z") { bench in
            try await expect("1251 kexim 2026-10-30", bench, on: "2026-11-02")
            // 18:00 in Seoul: the bank's grace is over, and the ECB has not published yet.
            bench.time.advance(to: try #require(Instant("2026-11-02T09:00:00Z")))
            try await expect("1250 ecb 2026-10-30, for kexim: stale", bench, on: "2026-11-02")
        }
    }

    @Test("a currency in itself is 1 on any day, also before all rates and long after the last")
    func identity() async throws {
        try await withSources(sheets()) { bench in
            for (currency, date) in [
                ("CHF", "2026-10-28"), ("CHF", "1980-01-01"), ("RUB", "1900-01-01"), ("KRW", "2026-11-21"),
            ] {
                try await expect("1 ", bench, currency, on: date, to: currency, isWhole: false)
            }
            try await expect("1 kexim 2026-10-30", bench, "CHF", on: "1980-01-01", to: "CHF")
            let path = "/api/v1/currencies/convert?from=CHF&to=CHF&amount=2.345&numbers=string&date=1980-01-01"
            let answer = try await bench.ask(path)
            #expect(answer.status == 200)
            #expect(answer.text.contains(#""result":"2.35","rate":"1","rate_inverse":"1""#), "\(answer.text)")
            _ = bench.holdings.drop()
            let dropped = try await bench.ask(path)
            #expect(dropped.status == 200)
        }
        try await withBench { bench in
            let answer = try await bench.ask("/api/v1/currencies/convert?from=CHF&to=CHF&amount=1&date=1980-01-01")
            #expect(answer.status == 503)
        }
    }

    @Test("where a source that comes first is not known, nothing is; one that comes after could only disagree")
    func unknown() async throws {
        try await withBench(preferences: RatePreferences(sources: [.kexim, .ecb])) { bench in
            try await bench.receive([kexim("2026-10-28"), ecb("2026-10-29")], head: 3)
            bench.time.advance(to: try #require(Instant("2026-11-21T12:00:00Z")))
            try await expect("1251 kexim 2026-10-28", bench, on: "2026-10-28")
            let answer = try await bench.ask("/api/v1/currencies/convert?from=USD&to=KRW&amount=1&date=2026-10-29")
            #expect(answer.status == 503)
        }
    }

    @Test("a batch and gRPC answer the same")
    func everywhere() async throws {
        try await withSources(sheets()) { bench in
            let questions = try [("USD", "2026-10-29"), ("USD", "2026-10-30"), ("CHF", "1980-01-01")].map {
                try ConversionQuestion(
                    from: code($0.0), to: code($0.0 == "CHF" ? "CHF" : "KRW"), amount: .one, day: day($0.1))
            }
            let answers = await bench.useCases.conversions.answers(to: questions, at: bench.time.now)
            let evidence = try answers.map { try $0.get().evidence }
            #expect(evidence.map(\.rate.cross.source) == [.ecb, .kexim, .kexim])
            #expect(evidence[0].fallback == RateFallback(preferred: .kexim, reason: .stale))
            #expect(evidence[1].disagreement?.spreadPercent.description == "4.0000")
            #expect(evidence[2].rate.value == .one)

            var request = CurrencyV1ConvertRequest()
            (request.from, request.to, request.day) = ("USD", "KRW", try day("2026-10-30").number)
            request.amount = CommonV1Decimal(ExactDecimal(1))
            let asked = request
            let reply = try await withCall(of: CurrencyV1CurrencyRates.Method.Convert.descriptor) { context in
                try await bench.rpc.convert(request: asked, context: context)
            }
            #expect(reply.rate.source == "kexim")
            #expect(reply.rate.disagreement.rates.map(\.source) == ["kexim", "ecb"])
        }
    }
}
