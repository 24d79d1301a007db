import GRDB
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Transfer prices in the store")
struct TransferPriceTests {
    private func sheet(_ buying: String?, _ selling: String?, seconds: Int = 0) throws -> Sheet {
        var transfer: TransferPrices?
        if let buying, let selling {
            transfer = try TransferPrices(buying: decimal(buying), selling: decimal(selling))
        }
        let day = try day("2026-10-30")
        return try Sheet(
            source: .kexim, pivot: .krw, day: day, publishedAt: PublicationCalendar.kexim.publishedAt(day),
            recordedAt: ECBFile.recordedAt.advanced(by: .seconds(seconds)),
            quotes: [
                Quote(currency: code("USD"), price: decimal("1335.2"), direction: .inPivot, transfer: transfer),
                Quote(currency: code("JPY"), price: decimal("872.11"), unit: 100, direction: .inPivot),
            ])
    }

    private func held(_ bench: Bench) throws -> [String] {
        let sheet = try #require(bench.holdings.rates.sources.first?.sheets.first)
        return sheet.quotes.map { quote in
            "\(quote.currency) \(quote.transfer.map { "\($0.buying) \($0.selling)" } ?? "none")"
        }
    }

    @Test("they are kept as published, and read again after a restart")
    func kept() async throws {
        try await withBench(rateSources: [.kexim]) { bench in
            try await bench.receive([sheet("1321.850", "1348.55")])
            #expect(try held(bench) == ["JPY none", "USD 1321.850 1348.55"])
            let again = try await Bench(bench.store, preferences: RatePreferences(sources: [.kexim]))
            #expect(try held(again) == ["JPY none", "USD 1321.850 1348.55"])
        }
    }

    @Test("a correction of nothing else counts, in the answers' version too")
    func corrected() async throws {
        try await withBench(rateSources: [.kexim]) { bench in
            try await bench.receive([sheet("1321.85", "1348.55")])
            let version = bench.holdings.rates.fingerprint
            try await bench.receive([sheet("1321.85", "1349", seconds: 1)])
            #expect(try held(bench) == ["JPY none", "USD 1321.85 1349"])
            #expect(bench.holdings.rates.fingerprint != version)
            try await bench.receive([sheet(nil, nil, seconds: 2)])
            #expect(try held(bench) == ["JPY none", "USD none"])
        }
    }

    @Test(
        "the largest and the smallest figures there are go in and come out",
        arguments: ["999999999999999999", "0.000000000000000001"])
    func extremes(figure: String) async throws {
        try await withBench(rateSources: [.kexim]) { bench in
            try await bench.receive([sheet(figure, figure)])
            #expect(try held(bench) == ["JPY none", "USD \(figure) \(figure)"])
        }
    }

    @Test("a store of the shape before is brought forward with all its rates, and knows which days they cover")
    func migrated() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("currency.sqlite")
            let logger = RecordedLogs().logger
            let old = try Store.open(
                at: path, named: "currency", migrations: Array(CurrencyMigrations.all.prefix(3)), logger: logger)
            try await old.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO sheet VALUES ('ecb', 20755, 'EUR', 0, 0), ('ecb', 20756, 'EUR', 0, 0);
                        INSERT INTO quote VALUES ('ecb', 20755, 'USD', 12, -1, 1, 'per_pivot'),
                            ('ecb', 20755, 'KRW', 1400, 0, 1, 'per_pivot'),
                            ('ecb', 20756, 'KRW', 1500, 0, 1, 'per_pivot');
                        """)
            }
            await old.close()
            let store = try Store.open(
                at: path, named: "currency", migrations: CurrencyMigrations.all, logger: logger)
            let bench = try await Bench(store, preferences: RatePreferences(sources: [.ecb]))
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1500"])
            let (first, last) = (Day(number: 20755), Day(number: 20756))
            #expect(
                try bench.holdings.inMemory?.coverage
                    == [.eur: first...last, .krw: first...last, code("USD"): first...first])
            await store.close()
        }
    }
}
