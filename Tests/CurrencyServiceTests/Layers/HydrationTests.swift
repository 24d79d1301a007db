import SharedDomain
import SharedMessaging
import SharedTelemetry
import SharedTesting
import Synchronization
import Testing

@testable import CurrencyService

@Suite("Beginning with what history has", .timeLimit(.minutes(2)))
struct HydrationTests {
    private func hydration(
        _ bench: Bench, _ archive: HistorySheetArchive, faults: @escaping FaultInjector = noFaults
    ) -> Hydration {
        Hydration(
            from: archive, into: bench.store, holdings: bench.holdings, completeness: bench.completeness,
            faults: faults, time: bench.time.source, logger: bench.logs.logger, metrics: bench.metrics)
    }

    private let tables = ["sheet", "quote", "coverage"]
    private let ecb = RatePreferences(sources: [.ecb])

    @Test("an empty store has what a replay of everything leaves in it, and the replay changes nothing more")
    func replayed() async throws {
        let (undisturbed, closes) = try await withBench { bench in
            try await bench.receive(ECBFile.sheets, inBatchesOf: 256)
            return (try await bench.rows(of: tables), try await bench.closes())
        }
        try await withHistory(ECBFile.sheets) { _, archive in
            try await withBench(preferences: ecb) { bench in
                try await hydration(bench, archive).attempt()
                #expect(try await bench.answer().texts == PythonRates.tenDigits["KRW"])
                #expect(try await bench.closes() == closes)
                let snapshot = bench.holdings.rates
                try await bench.receive(ECBFile.sheets, inBatchesOf: 256)
                #expect(try await bench.rows(of: tables) == undisturbed)
                #expect(bench.holdings.rates === snapshot)
            }
        }
    }

    // The ECB's file: the kroon from 1999-01-04 to 2010-12-31, the dollar from 1999-01-04 to 2026-10-30.
    @Test("between which days there are quotes is known of currencies long gone too")
    func coverage() async throws {
        try await withHistory(ECBFile.sheets) { _, archive in
            try await withBench(preferences: ecb) { bench in
                try await hydration(bench, archive).attempt()
                let coverage = try #require(bench.holdings.inMemory?.coverage)
                #expect(try coverage[code("EEK")] == day("1999-01-04")...day("2010-12-31"))
                #expect(try coverage[code("USD")] == day("1999-01-04")...day("2026-10-30"))
                #expect(try coverage[.eur] == day("1999-01-04")...day("2026-10-30"))
                #expect(coverage.count == 42)
            }
        }
    }

    @Test(
        "killed at any point it leaves nothing or everything, and the next one completes it",
        arguments: [FaultPoint.subscriberBeforeApply, .subscriberBeforeCommit, .subscriberAfterCommit])
    func killed(point: FaultPoint) async throws {
        try await withHistory(ECBFile.sheets(from: "2026-08-01")) { _, archive in
            try await withBench(preferences: ecb) { bench in
                let dying = hydration(bench, archive) { if $0 == point { throw TestFailure("the process dies here") } }
                await #expect(throws: TestFailure.self) { try await dying.attempt() }
                let left = try await bench.rows(of: tables)
                #expect(left.isEmpty == (point != .subscriberAfterCommit))
                #expect(bench.holdings.rates.isEmpty == left.isEmpty)
                // What a start does.
                let again = try await Bench(bench.store, preferences: ecb)
                try await hydration(again, archive).attempt()
                #expect(try await again.answer().texts == PythonRates.tenDigits["KRW"])
            }
        }
    }

    @Test("what was corrected since, and transfer prices that an older history did not keep, stay as they are")
    func keepsNewer() async throws {
        let old = try bokSheet("2026-10-29", ["USD": ("1300", 1)])
        let plain = try bokSheet("2026-10-30", ["USD": ("1310", 1)])
        let transfer = try TransferPrices(buying: decimal("1297.10"), selling: decimal("1322.9"))
        let complete = try Sheet(
            source: bok, pivot: .krw, day: plain.day, publishedAt: plain.publishedAt, recordedAt: plain.recordedAt,
            quotes: [
                Quote(currency: code("USD"), price: decimal("1310"), direction: .inPivot, transfer: transfer)
            ])
        let corrected = try Sheet(
            source: bok, pivot: .krw, day: old.day, publishedAt: old.publishedAt,
            recordedAt: old.recordedAt.advanced(by: .seconds(1)),
            quotes: [Quote(currency: code("USD"), price: decimal("1301"), direction: .inPivot)])
        try await withHistory([old, plain]) { _, archive in
            try await withBench(rateSources: [bok]) { bench in
                try await bench.receive([old, complete, corrected])
                let before = try await bench.rows(of: tables)
                try await hydration(bench, archive).attempt()
                #expect(try await bench.rows(of: tables) == before)
            }
            // The other way round the events complete what history gave.
            try await withBench(rateSources: [bok]) { bench in
                try await hydration(bench, archive).attempt()
                try await bench.receive([old, complete, corrected])
                let sheets = try #require(bench.holdings.rates.sources.first).sheets
                #expect(sheets.map { "\($0.quotes[0].price)" } == ["1310", "1301"])
                #expect(sheets.first?.quotes.first?.transfer == transfer)
            }
        }
    }

    @Test("transfer prices come from history alone, with no event at all")
    func transferPrices() async throws {
        let prices = try TransferPrices(buying: decimal("1322.10"), selling: decimal("1348.81"))
        let sheet = try Sheet(
            source: .kexim, pivot: .krw, day: day("2026-10-30"),
            publishedAt: PublicationCalendar.kexim.publishedAt(day("2026-10-30")), recordedAt: ECBFile.recordedAt,
            quotes: [Quote(currency: .usd, price: decimal("1335.5"), direction: .inPivot, transfer: prices)])
        try await withHistory([sheet]) { _, archive in
            try await withBench(preferences: RatePreferences(sources: [.kexim]), history: archive) { bench in
                try await hydration(bench, archive).attempt()
                let answer = try await bench.ask("/api/v1/currencies/USD?numbers=string")
                #expect(answer.status == 200)
                #expect(
                    answer.text.contains(#""tts":"1348.81","ttb":"1322.1","spread_estimated":false"#), "\(answer.text)")
            }
        }
    }

    @Test("what history gives while it replays its log is taken, and it is asked again until it has everything")
    func replaying() async throws {
        try await withHistory(ECBFile.sheets(from: "2026-10-01")) { server, archive in
            server.replays()
            try await withBench(preferences: ecb) { bench in
                let hydration = hydration(bench, archive)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await hydration.hydrate() }
                    try await bench.time.waitForSleepers(1)
                    #expect(try await bench.answer().texts == PythonRates.tenDigits["KRW"])
                    server.replays(false)
                    bench.time.advance(by: Hydration.firstPause)
                    try await group.waitForAll()
                }
                let figures = await bench.metrics.exposition()
                #expect(figures.contains(#"currency_hydrations_total{outcome="partial"} 1"#))
                #expect(figures.contains(#"currency_hydrations_total{outcome="done"} 1"#))
            }
        }
    }

    @Test("while history does not answer it tries again, at most twice a second when there is nothing to answer with")
    func patience() async throws {
        try await withHistory(ECBFile.sheets(from: "2026-10-01")) { server, archive in
            try await withBench(preferences: ecb) { bench in
                server.takeAway()
                let hydration = hydration(bench, archive)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { await hydration.hydrate() }
                    for milliseconds in [100, 200, 400, 500, 500] {
                        try await bench.time.waitForSleepers(1)
                        bench.time.advance(by: .milliseconds(milliseconds - 1))
                        #expect(bench.time.sleeperCount == 1)
                        bench.time.advance(by: .milliseconds(1))
                    }
                    try await bench.time.waitForSleepers(1)
                    server.takeAway(false)
                    bench.time.advance(by: .milliseconds(500))
                    try await group.waitForAll()
                }
                #expect(try await bench.answer().texts == PythonRates.tenDigits["KRW"])
                let figures = await bench.metrics.exposition()
                #expect(figures.contains(#"currency_hydrations_total{outcome="failed"} 6"#))
                #expect(figures.contains(#"currency_hydrations_total{outcome="done"} 1"#))
            }
        }
    }
}
