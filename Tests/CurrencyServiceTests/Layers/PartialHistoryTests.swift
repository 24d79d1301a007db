import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Past days while history has not replayed all of its log", .timeLimit(.minutes(2)))
struct PartialHistoryTests {
    private let ecb = RatePreferences(sources: [.ecb])

    /// What a past day comes to over that history, when memory holds those sheets.
    private func outcome(
        on date: String, history: [Sheet], memory: [Sheet]
    ) async throws -> String {
        try await withHistory(history) { _, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(memory)
                do {
                    return try await bench.past("USD", on: date)
                } catch let error as ServiceError {
                    return error.code.rawValue
                }
            }
        }
    }

    @Test(
        "a day that history has not come to is not known, and one on which the source was closed is",
        arguments: [
            ("2015-01-02", "800"), ("2015-01-04", "800"), ("2015-01-05", "DATA_NOT_READY"),
            ("2015-02-20", "DATA_NOT_READY"), ("1998-06-01", "NOT_FOUND"),
        ])
    func partial(date: String, expected: String) async throws {
        let old = try ecbSheet("2015-01-02", ["USD": "1.25", "KRW": "1000"])
        let memory = try [
            ecbSheet("1999-01-04", ["USD": "1.25", "KRW": "1000"]),
            ecbSheet("2026-10-30", ["USD": "1.25", "KRW": "1500"]),
        ]
        #expect(try await outcome(on: date, history: [old], memory: memory) == expected)
    }

    @Test("old memory claims nothing of the days after it, and history that agrees confirms its last values")
    func oldMemory() async throws {
        let old = try ecbSheet("2015-01-02", ["USD": "1.25", "KRW": "1000"])
        let later = try ecbSheet("2015-01-05", ["USD": "1.25", "KRW": "2000"])
        #expect(try await outcome(on: "2015-01-05", history: [old, later], memory: [old]) == "1600")
        #expect(try await outcome(on: "2015-01-05", history: [], memory: [old]) == "DATA_NOT_READY")
        #expect(try await outcome(on: "2015-01-05", history: [old], memory: [old]) == "800")
    }

    @Test("history that refuses one question answers the next")
    func refusal() async throws {
        let archive = PausingArchive(
            archive: RefusingArchive(), time: HandMovedTime().source, logger: RecordedLogs().logger,
            metrics: MetricsRegistry())
        let day = try day("2015-01-05")
        #expect(await archive.sheets(in: [day...day]) == nil)
        #expect(await archive.recentSheets() == [])
    }

    @Test("while memory comes from history, what is held is not known, until the store answers again")
    func recovered() async throws {
        let sheets = try ECBFile.sheets(from: "2026-10-01")
        try await withHistory(sheets) { _, archive in
            try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(sheets)
                bench.ownStore.takeAway()
                _ = bench.holdings.drop()
                _ = try await bench.layers.current()
                let contents = try #require(bench.holdings.inMemory)
                let list = CurrencyList(of: Currency.all, holding: contents, isFromMemory: true, version: nil)
                #expect(list.rows.allSatisfy { $0.isHeld == nil })
                #expect(CurrencyList.version(of: contents, at: bench.time.source.now()) == nil)
                bench.ownStore.takeAway(false)
                _ = try await bench.layers.current()
                #expect(bench.holdings.inMemory?.origin == .history)
                bench.time.advance(by: .seconds(3))
                _ = try await bench.layers.current()
                #expect(bench.holdings.inMemory?.origin == .store)
            }
        }
    }

    @Test("a source that only a rule names counts in what is held")
    func collected() async throws {
        let rules = try [#require(PairPreference("USD/KRW=bok ecb"))]
        try await withBench(preferences: RatePreferences(sources: [.ecb], rules: rules)) { bench in
            try await bench.receive([bokSheet("2026-10-30", ["USD": ("1300", 1)])])
            #expect(try bench.holdings.inMemory?.coverage[code("USD")] != nil)
        }
    }
}

private struct RefusingArchive: SheetArchive {
    func recentSheets(daysBeforeNewest: Int) async throws -> [Sheet] { [] }

    func sheets(in ranges: [ClosedRange<Day>]) async throws -> [Sheet] {
        throw ServiceError.invalidDate("0", parameter: "first")
    }
}
