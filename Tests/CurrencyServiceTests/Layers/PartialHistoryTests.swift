import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Past days while history has not replayed all of its log", .timeLimit(.minutes(2)))
struct PartialHistoryTests {
    private let ecb = RatePreferences(sources: [.ecb])

    /// What a past day comes to over that history, when memory holds those sheets.
    /// - Parameters:
    ///   - isReplaying: whether history is still to take in more.
    ///   - head: how many events the producer has said there are.
    private func outcome(
        on date: String, history: [Sheet], isReplaying: Bool, memory: [Sheet], head: UInt64
    ) async throws -> String {
        try await withHistory(history) { server, archive in
            server.replays(isReplaying)
            return try await withBench(preferences: ecb, history: archive) { bench in
                try await bench.receive(memory, head: head)
                do {
                    return try await bench.past("USD", on: date)
                } catch let error as ServiceError {
                    return error.code.rawValue
                }
            }
        }
    }

    @Test(
        "while history replays its log, what it has is known and what it lacks is not; afterwards both are",
        arguments: [
            ("2015-01-02", "800", "800"), ("2015-01-04", "DATA_NOT_READY", "800"),
            ("2015-01-05", "DATA_NOT_READY", "800"), ("2015-02-20", "DATA_NOT_READY", "NOT_FOUND"),
            ("1998-06-01", "DATA_NOT_READY", "NOT_FOUND"),
        ])
    func partial(date: String, during: String, afterwards: String) async throws {
        let old = try ecbSheet("2015-01-02", ["USD": "1.25", "KRW": "1000"])
        let memory = try [
            ecbSheet("1999-01-04", ["USD": "1.25", "KRW": "1000"]),
            ecbSheet("2026-10-30", ["USD": "1.25", "KRW": "1500"]),
        ]
        for (isReplaying, expected) in [(true, during), (false, afterwards)] {
            #expect(
                try await outcome(on: date, history: [old], isReplaying: isReplaying, memory: memory, head: 2)
                    == expected)
        }
    }

    @Test("while the own log is replayed, memory claims nothing of the days after its sheets; history may")
    func oldMemory() async throws {
        let old = try ecbSheet("2015-01-02", ["USD": "1.25", "KRW": "1000"])
        let later = try ecbSheet("2015-01-05", ["USD": "1.25", "KRW": "2000"])
        for (history, isReplaying, head, expected) in [
            ([old, later], false, 2, "1600"), ([old, later], true, 2, "1600"), ([], true, 2, "DATA_NOT_READY"),
            ([old], true, 2, "DATA_NOT_READY"), ([old], false, 2, "800"), ([old], true, 1, "800"), ([], true, 1, "800"),
        ] as [([Sheet], Bool, UInt64, String)] {
            #expect(
                try await outcome(
                    on: "2015-01-05", history: history, isReplaying: isReplaying, memory: [old], head: head)
                    == expected)
        }
        #expect(
            try await outcome(on: "2015-01-02", history: [], isReplaying: true, memory: [old], head: 2) == "800")
    }

    @Test("history of a version that says nothing where it has no sheets proves nothing by that")
    func older() async throws {
        let day = try day("2015-01-02")
        let sheet = try ecbSheet("2015-01-02", ["USD": "1.25"])
        try await withHistory([sheet]) { server, archive in
            let next = day.adding(days: 1)
            for isOlder in [false, true] {
                if isOlder { server.becomeOlder() }
                let some = try await archive.sheets(in: [day...day])
                let none = try await archive.sheets(in: [next...next])
                #expect(some.sheets.count == 1 && !some.isReplaying)
                #expect(none.sheets.isEmpty && none.isReplaying == isOlder)
            }
        }
    }

    @Test("history that refuses one question answers the next")
    func refusal() async throws {
        let archive = PausingArchive(
            archive: RefusingArchive(), time: HandMovedTime().source, logger: RecordedLogs().logger,
            metrics: MetricsRegistry())
        let day = try day("2015-01-05")
        #expect(await archive.sheets(in: [day...day]) == nil)
        #expect(await archive.recentSheets()?.sheets == [])
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
    func recentSheets(daysBeforeNewest: Int) async throws -> ArchivedSheets {
        ArchivedSheets(sheets: [], isReplaying: false)
    }

    func sheets(in ranges: [ClosedRange<Day>]) async throws -> ArchivedSheets {
        throw ServiceError.invalidDate("0", parameter: "first")
    }
}
