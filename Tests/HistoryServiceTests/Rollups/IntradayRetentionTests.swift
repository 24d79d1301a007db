import GRDB
import SharedDatabase
import SharedDomain
import SharedRuntime
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Reducing old days to their close", .timeLimit(.minutes(1)))
struct IntradayRetentionTests {
    /// Two days with several publications, one of them older than ninety days before the newest day.
    private func receive(_ bench: Bench) async throws {
        try await bench.receive([
            publication("2026-07-01", hour: 0, ["USD": "1300", "JPY": "9.5"], recordedAfter: -900),
            publication("2026-07-01", hour: 3, ["USD": "1320", "EUR": "1500"], recordedAfter: -800),
            publication("2026-07-01", hour: 6, ["USD": "1310", "EUR": "1550"], recordedAfter: -700),
            publication("2026-07-01", hour: 6, ["USD": "1312", "EUR": "1550"], recordedAfter: -600),
            publication("2026-10-30", hour: 0, ["USD": "1331"]),
            publication("2026-10-30", hour: 3, ["USD": "1335"]),
        ])
    }

    private func retention(_ bench: Bench) -> IntradayRetention {
        IntradayRetention(store: bench.store, memory: bench.memory, logger: RecordedLogs().logger)
    }

    @Test("the close and the daily bar stay, with the corrections of the close; memory says what a restart reads")
    func reduced() async throws {
        try await withBench { bench in
            try await receive(bench)
            let before = bench.memory.current
            try await retention(bench).reduce()
            let after = bench.memory.current
            #expect(after.figureTexts == before.figureTexts)
            // 15:00 on the day: of the dollar the last publication and its correction, of the yen its only one.
            #expect(try await bench.observations("USD", on: "2026-07-01") == ["1310e0 +-700", "1312e0 +-600"])
            #expect(try await bench.observations("EUR", on: "2026-07-01") == ["1550e0 +-700"])
            #expect(try await bench.observations("JPY", on: "2026-07-01") == ["95e-1 +-900"])
            #expect(after.observations == before.observations - 3)
            #expect(after.content != before.content)
            #expect(after.rollupCounts == RollupCounts(observations: 2, dailyBars: 3, hourlyBars: 2))
            // The mean is of the publications as they were corrected: (1300 + 1320 + 1312) ÷ 3.
            let bar = try #require(after.sources[bok]?.reducedBars[.usd]?[day("2026-07-01").number])
            let figures = try [bar.open, bar.high, bar.low, bar.close].map { try "\($0.price)" }
            #expect(figures == ["1300", "1320", "1300", "1312"])
            #expect(try bar.average.price == decimal("1310.66666666666667"))
            #expect(bar.count == 3)
            let restarted = try await SeriesMemory.load(from: bench.store).current
            #expect(restarted.content == after.content)
            #expect(restarted.observations == after.observations)
            #expect(restarted.rollupCounts == after.rollupCounts)
            #expect(restarted.newestRecording == after.newestRecording)
        }
    }

    @Test("a second time, and the same sheets once more, change nothing")
    func again() async throws {
        try await withBench { bench in
            try await receive(bench)
            try await retention(bench).reduce()
            let (rows, bars, content) = (
                try await bench.rows(), try await bench.store.barRows(), bench.memory.current.content
            )
            try await retention(bench).reduce()
            bench.beginNewLog()
            try await receive(bench)
            #expect(try await bench.rows() == rows)
            #expect(try await bench.store.barRows() == bars)
            #expect(bench.memory.current.content == content)
            let rebuilt = try await RollupRebuild(store: bench.store).run()
            #expect(rebuilt == RollupRebuild.Outcome(written: 3, differing: 0, kept: 2))
            #expect(try await bench.store.barRows() == bars)
        }
    }

    @Test("as of any moment from the close's recording on, the rates are what they were before")
    func asOf() async throws {
        try await withBench { bench in
            try await receive(bench)
            let before = bench.memory.current
            try await retention(bench).reduce()
            for after in [-700, -601, -600, -1, 0, 1] {
                let moment = ECBFile.recordedAt.advanced(by: .milliseconds(after))
                #expect(bench.memory.book(asOf: moment).figureTexts == before.asOf(moment).figureTexts)
            }
        }
    }

    @Test("a later correction of the close is the day's rate and the bar's close, now and after a restart")
    func correctedAfterwards() async throws {
        try await withBench { bench in
            try await receive(bench)
            try await retention(bench).reduce()
            try await bench.receive([
                publication("2026-07-01", hour: 6, ["USD": "1400", "EUR": "1550"], recordedAfter: 50)
            ])
            #expect(try bench.points("USD", in: "KRW").first == "2026-07-01 1400")
            let restarted = try await SeriesMemory.load(from: bench.store).current
            for book in [bench.memory.current, restarted] {
                let bars = book.sources[bok]?.dailyBars(of: .usd, in: .krw, days: 0...Int32.max) ?? []
                #expect(try bars.first?.text == "1300 1400 1300 1400 1310.66667 3")
            }
            #expect(restarted.content == bench.memory.current.content)
            try await retention(bench).reduce()
            #expect(try await bench.observations("USD", on: "2026-07-01").count == 3)
        }
    }

    @Test("it is done at the start and once a day, and the window is as many days as are set")
    func daily() async throws {
        try await withBench { bench in
            let time = HandMovedTime()
            let job = retention(bench).job(at: time.source)
            try await receive(bench)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await job.run() }
                try await time.waitForSleepers(1)
                #expect(bench.memory.current.sources[bok]?.oldIntradayDays == [])
                // Only what came since is old.
                try await bench.receive([publication("2026-10-31", hour: 0, ["USD": "1340"])])
                try await bench.receive([publication("2026-06-30", hour: 0, ["USD": "1340"])])
                try await bench.receive([publication("2026-06-30", hour: 1, ["USD": "1341"])])
                #expect(bench.memory.current.sources[bok]?.oldIntradayDays == [try day("2026-06-30").number])
                time.advance(by: DailyJob.interval)
                try await time.waitForSleepers(1)
                #expect(bench.memory.current.sources[bok]?.oldIntradayDays == [])
                group.cancelAll()
            }
        }
    }

    @Test("the window ends with the newest day and has as many days as are set", arguments: [1, 2, 90])
    func window(days: Int) throws {
        var book = RateBook(intradayDays: days)
        for number in 0..<100 {
            let date = Day(number: try day("2026-07-01").number + Int32(number))
            _ = try book.take(publication("\(date)", hour: 1, ["USD": "1300"]))
            _ = try book.take(publication("\(date)", hour: 2, ["USD": "1301"]))
        }
        let source = try #require(book.sources[bok])
        #expect(source.oldIntradayDays.count == 100 - days)
        let hours = source.hourlyBars(of: .usd, in: .krw, days: Int32.min...Int32.max)
        #expect(hours.count == 2 * days)
        #expect(hours.last?.day == Day(number: try day("2026-07-01").number + 99))
    }
}
