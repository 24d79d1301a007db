import NIOCore
import SharedContracts
import SharedDomain
import SharedHTTP
import SharedRuntime
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The health of the currency service")
struct CurrencyReportTests {
    private func report(_ bench: Bench) -> ServiceReport {
        CurrencyReport(holdings: bench.holdings, time: bench.time.source).report
    }

    private func freshness(_ report: ServiceReport) -> [String] {
        report.freshness.map { figure in
            func encoded(_ value: some JSONRepresentable) -> String { String(buffer: JSONWriter.encode(value)) }
            return "\(figure.name) \(encoded(figure.value))"
        }
    }

    @Test("with nothing held it is degraded")
    func empty() async throws {
        try await withBench { bench in
            let report = report(bench)
            #expect(report.isDegraded)
            #expect(freshness(report) == ["rates {}", "currencies 0", "price_editions 0", "rates_layer null"])
        }
    }

    // 29 currencies have a value on the last line of the ECB's file, and there is the euro.
    @Test("it tells the newest day of each source, and how many currencies and editions are held")
    func held() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try await bench.receive([
                .priceEdition(bigMac("2025-07-01", [("KR", "KRW", "5500")])),
                .priceEdition(bigMac("2026-01-01", [("KR", "KRW", "5500")])),
            ])
            let report = report(bench)
            #expect(!report.isDegraded)
            #expect(
                freshness(report) == [
                    #"rates {"ecb":{"newest_day":"2026-10-30","stale":false}}"#, "currencies 30",
                    "price_editions 2", #"rates_layer "store""#,
                ])
        }
    }

    @Test("stale rates degrade it")
    func stale() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-28"))
            bench.time.advance(to: try #require(Instant("2026-11-21T00:00:00Z")))
            let report = report(bench)
            #expect(report.isDegraded)
            #expect(freshness(report).first == #"rates {"ecb":{"newest_day":"2026-10-30","stale":true}}"#)
        }
    }

    @Test("memory that was dropped is no defect; rates of history in place of the store are")
    func layers() async throws {
        try await withHistory(ECBFile.sheets(from: "2026-10-01")) { _, archive in
            try await withBench(preferences: RatePreferences(sources: [.ecb]), history: archive) { bench in
                try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
                _ = bench.holdings.drop()
                #expect(!report(bench).isDegraded)
                #expect(freshness(report(bench)).last == "rates_layer null")
                bench.ownStore.takeAway()
                _ = try await bench.answer()
                #expect(report(bench).isDegraded)
                #expect(freshness(report(bench)).last == #"rates_layer "history""#)
            }
        }
    }
}
