import SharedContracts
import SharedDomain
import SharedTelemetry
import Testing

@testable import CurrencyService

@Suite("The metrics of the currency service")
struct CurrencyMetricsTests {
    private func lines(_ bench: Bench) async -> Set<String> {
        CurrencyMetrics.register(bench.holdings, in: bench.metrics)
        return Set(await bench.metrics.exposition().split(separator: "\n").map(String.init))
    }

    @Test("with nothing held, nothing is said of any source")
    func empty() async throws {
        try await withBench { bench in
            let lines = await lines(bench)
            #expect(lines.contains("currency_currencies_held 0"))
            #expect(!lines.contains { $0.hasPrefix("currency_rates_newest_day_timestamp_seconds{") })
        }
    }

    // 2026-10-30 is 20,756 days of 86,400 seconds after 1970-01-01.
    @Test("it tells the newest day of each source, and how much is held")
    func held() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try await bench.receive([bokSheet("2026-10-29", ["USD": ("1251", 1)])])
            try await bench.receive([.priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")]))])
            let lines = await lines(bench)
            #expect(lines.contains(#"currency_rates_newest_day_timestamp_seconds{source="ecb"} 1793318400"#))
            #expect(lines.contains(#"currency_rates_newest_day_timestamp_seconds{source="bok"} 1793232000"#))
            #expect(lines.contains("currency_currencies_held 30"))
            #expect(lines.contains("currency_price_editions_held 1"))
        }
    }

    @Test("the first question in a money and a precision is a miss, the next ones are hits, until something comes in")
    func lookups() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-29", ["KRW": "1500"])])
            for digits in [10, 10, 10, 4] { _ = try await bench.answer(digits: digits) }
            var lines = await lines(bench)
            #expect(lines.contains(#"cache_requests_total{layer="rates_table",outcome="hit"} 2"#))
            #expect(lines.contains(#"cache_requests_total{layer="rates_table",outcome="miss"} 2"#))
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500"])])
            _ = try await bench.answer()
            lines = await self.lines(bench)
            #expect(lines.contains(#"cache_requests_total{layer="rates_table",outcome="miss"} 3"#))
        }
    }

    @Test("each layer counts how often it could answer")
    func layers() async throws {
        try await withHistory(ECBFile.sheets(from: "2026-10-01")) { server, archive in
            try await withBench(preferences: RatePreferences(sources: [.ecb]), history: archive) { bench in
                // An empty store, then history; then memory, twice; then history for a day long past.
                for _ in 0..<3 { _ = try await bench.answer() }
                let past = await bench.layers.past([try day("2020-01-15")])
                #expect(!past.isFromMemory)
                server.takeAway()
                _ = await bench.layers.past([try day("2020-01-15")])
                let lines = await lines(bench)
                for expected in [
                    #"{layer="memory",outcome="hit"} 2"#, #"{layer="memory",outcome="miss"} 3"#,
                    #"{layer="store",outcome="hit"} 0"#, #"{layer="store",outcome="miss"} 1"#,
                    #"{layer="history",outcome="hit"} 2"#, #"{layer="history",outcome="miss"} 1"#,
                ] {
                    #expect(lines.contains("cache_requests_total\(expected)"), "\(expected)")
                }
            }
        }
    }
}
