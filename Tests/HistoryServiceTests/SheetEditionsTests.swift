import GRDB
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Sheets after corrections and restarts")
struct SheetEditionsTests {
    @Test("a sheet has what its newest edition says, with the instants of that edition")
    func correction() async throws {
        try await withBench { bench in
            let published = try PublicationCalendar.ecb.publishedAt(day("2026-10-30")).milliseconds
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1490.10", "USD": "1.1", "JPY": "170"]),
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.1", "ISK": "140.0"], recordedAfter: 60_000),
            ])
            for memory in [bench.memory, try await SeriesMemory.load(from: bench.store)] {
                let sheets = try await memory.sheets("2026-10-30", "2026-10-30")
                #expect(try sheets.map { try $0.text } == ["ecb 2026-10-30: ISK 140.0, KRW 1500, USD 1.1"])
                #expect(sheets.first?.publishedAt == published)
                #expect(sheets.first?.recordedAt == ECBFile.recordedAt.milliseconds + 60_000)
            }
        }
    }

    @Test("an edition that was overtaken, or says nothing new, leaves the instants alone")
    func overtaken() async throws {
        try await withBench { bench in
            let published = try PublicationCalendar.ecb.publishedAt(day("2026-10-30")).milliseconds
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500"], recordedAfter: 100, publishedAfter: 1),
                ecbSheet("2026-10-30", ["KRW": "1400"], recordedAfter: 99, publishedAfter: 1),
                ecbSheet("2026-10-30", ["KRW": "1500.0"], recordedAfter: 200, publishedAfter: 1),
            ])
            let sheet = try #require(try await bench.memory.sheets("2026-10-30", "2026-10-30").first)
            #expect(try sheet.text == "ecb 2026-10-30: KRW 1500")
            #expect(sheet.publishedAt == published + 1)
            #expect(sheet.recordedAt == ECBFile.recordedAt.milliseconds + 100)
        }
    }

    @Test("a later publication of the day has the instants of its own; what it lacks stays as it was published before")
    func furtherPublication() async throws {
        try await withBench { bench in
            let published = try PublicationCalendar.ecb.publishedAt(day("2026-10-30")).milliseconds
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1490.10", "USD": "1.1", "JPY": "170"]),
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.1"], recordedAfter: 60_000, publishedAfter: 50_000),
                // Late, of before the first: it changes nothing of the day.
                ecbSheet("2026-10-30", ["KRW": "1", "USD": "2"], recordedAfter: 70_000, publishedAfter: -9),
            ])
            for memory in [bench.memory, try await SeriesMemory.load(from: bench.store)] {
                let sheets = try await memory.sheets("2026-10-30", "2026-10-30")
                #expect(try sheets.map { try $0.text } == ["ecb 2026-10-30: JPY 170, KRW 1500, USD 1.1"])
                #expect(sheets.first?.publishedAt == published + 50_000)
                #expect(sheets.first?.recordedAt == ECBFile.recordedAt.milliseconds + 70_000)
            }
        }
    }

    @Test("after a restart every sheet is what it was, to the byte")
    func restart() async throws {
        try await withBench { bench in
            var generator = SplitMix64(seed: 16)
            try await bench.receive(ECBFile.sheets(from: "2025-01-01"), inBatchesOf: 100)
            for recordedAfter in 1...40 {
                let date = Day(number: Int32.random(in: 20_100...20_750, using: &generator))
                var prices = ["KRW": "\(Int.random(in: 1300...1600, using: &generator)).50"]
                if Bool.random(using: &generator) { prices["USD"] = "1.1\(Int.random(in: 0...9, using: &generator))0" }
                try await bench.receive([
                    ecbSheet("\(date)", prices, recordedAfter: recordedAfter, publishedAfter: recordedAfter * 7),
                    bokSheet("\(date)", ["JPY": ("890.\(recordedAfter)", 100)]),
                ])
            }
            let restarted = try await SeriesMemory.load(from: bench.store)
            let years = try ["2025", "2026"].map { try dayRange("\($0)-01-01", "\($0)-12-31") }
            let (held, read) = (try await bench.memory.batches(years), try await restarted.batches(years))
            #expect(held.flatMap(\.sheets).count > 500)
            #expect(held == read)
            #expect(try await bench.memory.coverage() == restarted.coverage())
            let (recent, recentRead) = (
                try await bench.memory.recentBatches(daysBeforeNewest: 30),
                try await restarted.recentBatches(daysBeforeNewest: 30)
            )
            #expect(recent == recentRead)
        }
    }

    // No source can withdraw everything in a sheet, for a sheet has a quote at least; a store can say so all the same.
    @Test("a sheet without any quote left is left out, and no day is the newest or the first by it")
    func allWithdrawn() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-28", ["KRW": "1500"]), ecbSheet("2026-10-29", ["KRW": "1501"]),
                ecbSheet("2026-10-30", ["KRW": "1502"]),
            ])
            let (first, last) = (try day("2026-10-28").number, try day("2026-10-30").number)
            try await bench.store.write { db in
                for day in [first, last] {
                    let key: StatementArguments = [day, ECBFile.recordedAt.milliseconds + 1]
                    try db.execute(
                        sql: "INSERT INTO sheet SELECT source, day, ?, published_at, pivot FROM sheet WHERE day = ?",
                        arguments: [ECBFile.recordedAt.milliseconds + 1, day])
                    try db.execute(
                        sql: "INSERT INTO observation VALUES ('ecb', 'KRW', ?, ?, NULL, NULL, NULL, NULL)",
                        arguments: key)
                }
            }
            let memory = try await SeriesMemory.load(from: bench.store)
            let left = ["ecb 2026-10-29: KRW 1501"]
            #expect(try await memory.sheets("2026-10-28", "2026-10-30").map { try $0.text } == left)
            let recent = try await memory.recentBatches(daysBeforeNewest: 0).flatMap(\.sheets)
            #expect(try recent.map { try $0.text } == left)
            #expect(
                try await memory.coverage() == ["ecb EUR 2026-10-29 2026-10-29", "ecb KRW 2026-10-29 2026-10-29"])
        }
    }

    @Test("an answer that is being written stays as it began, whatever comes in meanwhile")
    func immutable() throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500"]))
        let memory = SeriesMemory(book)
        let selections = try SheetReader(memory: memory).recent(daysBeforeNewest: 0)
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1600"], recordedAfter: 1))
        memory.publish(book)
        let selection = try #require(selections.first)
        let sheet = try selection.book.sheet(on: #require(selection.days.first))
        #expect(sheet?.quotes.first?.price.description == "1500")
    }
}
