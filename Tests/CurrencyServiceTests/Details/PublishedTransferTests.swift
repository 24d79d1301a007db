import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

/// The sheets are made up: a bank that quotes won for one dollar and for 100 yen, as the Export-Import Bank does.
@Suite("Transfer prices")
struct PublishedTransferTests {
    private func sheet(_ date: String, source: SourceID = bok, transfer: Bool = true) throws -> Sheet {
        let prices = try TransferPrices(buying: decimal("1322.10"), selling: decimal("1348.81"))
        let yen = try TransferPrices(buying: decimal("840.7"), selling: decimal("857.68"))
        return try Sheet(
            source: source, pivot: .krw, day: day(date), publishedAt: PublicationCalendar.ecb.publishedAt(day(date)),
            recordedAt: ECBFile.recordedAt,
            quotes: [
                Quote(
                    currency: .usd, price: decimal("1335.5"), direction: .inPivot, transfer: transfer ? prices : nil),
                Quote(
                    currency: code("JPY"), price: decimal("849.19"), unit: 100, direction: .inPivot,
                    transfer: transfer ? yen : nil),
            ])
    }

    private func transfer(_ bench: Bench, of currency: String, in base: String = "KRW") async throws -> TransferQuote? {
        let question = try DetailQuestion(base: code(base), currencies: [code(currency)], significantDigits: 10)
        return try await bench.useCases.details.answer(question).details.first?.transfer
    }

    @Test("come from the source that has them, for one unit, though the rate is another's")
    func published() async throws {
        try await withBench { bench in
            try bench.hold([ECBFile.sheets(from: "2026-10-30"), [sheet("2026-10-30")]])
            let dollar = try #require(try await transfer(bench, of: "USD"))
            #expect("\(dollar.selling) \(dollar.buying)" == "1348.81 1322.1")
            #expect(dollar.origin == .published(bok, try day("2026-10-30")))
            // 857.68 and 840.7 for 100.
            let yen = try #require(try await transfer(bench, of: "JPY"))
            #expect("\(yen.selling) \(yen.buying)" == "8.5768 8.407")
        }
    }

    @Test("are estimated where nobody publishes them for the pair")
    func estimated() async throws {
        try await withBench { bench in
            try bench.hold([ECBFile.sheets(from: "2026-10-30"), [sheet("2026-10-30")]])
            #expect(try await transfer(bench, of: "EUR")?.origin == .estimated)
            #expect(try await transfer(bench, of: "USD", in: "EUR")?.origin == .estimated)
            #expect(try await transfer(bench, of: "KRW", in: "USD")?.origin == .estimated)
        }
    }

    @Test("are 1 for a money in itself, and no estimate")
    func sameMoney() async throws {
        try await withBench { bench in
            try bench.hold([ECBFile.sheets(from: "2026-10-30")])
            let won = try #require(try await transfer(bench, of: "KRW"))
            #expect("\(won.selling) \(won.buying) \(won.origin)" == "1 1 sameMoney")
        }
    }

    @Test("come from an older sheet of the source when its newest lacks them, until that is stale")
    func older() async throws {
        try await withBench { bench in
            // A Thursday and a Friday.
            try bench.hold([[sheet("2026-10-29"), sheet("2026-10-30", transfer: false)]])
            bench.time.advance(to: try #require(Instant("2026-10-30T16:00:00Z")))
            #expect(try await transfer(bench, of: "USD")?.origin == .published(bok, try day("2026-10-29")))
            bench.time.advance(to: try #require(Instant("2026-10-31T12:00:00Z")))
            #expect(try await transfer(bench, of: "USD")?.origin == .estimated)
        }
    }

    @Test("between which the rate does not lie any more are no bank's: an estimate takes their place")
    func enclosing() async throws {
        try await withBench { bench in
            // 1361 won for a dollar by the ECB, where the bank sold at 1348.81.
            try bench.hold([[ecbSheet("2026-10-30", ["KRW": "1361", "USD": "1"])], [sheet("2026-10-30")]])
            let quote = try #require(try await transfer(bench, of: "USD"))
            #expect(quote.origin == .estimated)
            let rate = try decimal("1361")
            #expect(quote.buying < rate && rate < quote.selling)
        }
        try await withBench { bench in
            try bench.hold([[ecbSheet("2026-10-30", ["KRW": "1348.81", "USD": "1"])], [sheet("2026-10-30")]])
            #expect(try await transfer(bench, of: "USD")?.origin == .published(bok, try day("2026-10-30")))
        }
    }

    @Test("of the preferred source win; a stale source gives way")
    func order() async throws {
        let other = try #require(SourceID("other"))
        try await withBench { bench in
            try bench.hold([[sheet("2026-10-30", source: other)], [sheet("2026-10-30")]])
            #expect(try await transfer(bench, of: "USD")?.origin == .published(other, try day("2026-10-30")))
        }
        try await withBench { bench in
            try bench.hold([[sheet("2026-10-27", source: other)], [sheet("2026-10-30")]])
            bench.time.advance(to: try #require(Instant("2026-10-30T16:00:00Z")))
            #expect(try await transfer(bench, of: "USD")?.origin == .published(bok, try day("2026-10-30")))
        }
    }

    @Test("come from the sources of the pair in its own order, and from no other")
    func orderOfPair() async throws {
        let other = try #require(SourceID("other"))
        let rule = try #require(PairPreference("USD/KRW=other"))
        let preferences = RatePreferences(sources: [bok], rules: [rule])
        try await withBench(preferences: preferences) { bench in
            try bench.hold([[sheet("2026-10-30")], [sheet("2026-10-30", source: other)]], preferences)
            #expect(try await transfer(bench, of: "USD")?.origin == .published(other, try day("2026-10-30")))
            #expect(try await transfer(bench, of: "JPY")?.origin == .published(bok, try day("2026-10-30")))
        }
        try await withBench(preferences: preferences) { bench in
            try bench.hold([[sheet("2026-10-30", transfer: false)], [sheet("2026-10-30", source: other)]], preferences)
            #expect(try await transfer(bench, of: "JPY")?.origin == .estimated)
        }
    }
}

extension Bench {
    /// Sheets in memory, by source, the preferred one first.
    fileprivate func hold(_ sheets: [[Sheet]], _ preferences: RatePreferences? = nil) throws {
        let rates = RatesSnapshot(
            sources: sheets.compactMap(RecentSheets.init), preferences: preferences, lookups: holdings.lookups)
        holdings.replace(with: CurrencyHoldings.Contents(rates: rates, prices: holdings.prices))
    }
}
