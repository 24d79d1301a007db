import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What names the content of a book")
struct ContentMarkTests {
    // Python, with the two finishers written once more, sums modulo 2^128.
    @Test("it is the same wherever it is worked out")
    func pinned() throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1491.76", "USD": "1.1172"]))
        #expect(book.content.text == "ec10ea978f2a5e61a6f615c413590036")
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1491.76"], recordedAfter: 5))
        #expect(book.content.text == "297483b727b3512492568546cfbbc201")
    }

    @Test("27 years read from the store are named as they were when they came")
    func reloaded() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2024-01-01"), inBatchesOf: 100)
            try await bench.receive([
                ecbSheet("2026-06-01", ["KRW": "1500", "USD": "1.1"], recordedAfter: 5),
                ecbSheet("2026-06-01", ["KRW": "1501"], recordedAfter: 9),
                bokSheet("2026-06-01", ["USD": ("1377.5", 1)]),
            ])
            let held = bench.memory.current
            let restarted = try await SeriesMemory.load(from: bench.store).current
            #expect(restarted.content == held.content)
            #expect(restarted.newestRecording == held.newestRecording)
            #expect(restarted.newestRecording == ECBFile.recordedAt.advanced(by: .milliseconds(9)))
        }
    }

    @Test("the order in which sheets came makes no difference")
    func order() throws {
        let sheets = try ECBFile.sheets(from: "2026-09-01") + [bokSheet("2026-10-30", ["USD": ("1335", 1)])]
        var generator = SplitMix64(seed: 11)
        let expected = try book(sheets).content
        for _ in 0..<5 { #expect(try book(sheets.shuffled(using: &generator)).content == expected) }
    }

    @Test("whatever is added changes it: a sheet, a correction, a withdrawal, a correction back, another source")
    func changes() throws {
        let steps = [
            try ecbSheet("2026-10-29", ["KRW": "1490", "USD": "1.1"]),
            try ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"]),
            try ecbSheet("2026-10-30", ["KRW": "1492", "USD": "1.2"], recordedAfter: 10),
            try ecbSheet("2026-10-30", ["KRW": "1492"], recordedAfter: 20),
            try ecbSheet("2026-10-30", ["KRW": "1491", "USD": "1.2"], recordedAfter: 30),
            try bokSheet("2026-10-30", ["USD": ("1335", 1)]),
        ]
        var book = RateBook()
        var seen: Set<String> = [book.content.text]
        for sheet in steps {
            _ = try book.take(sheet)
            #expect(seen.insert(book.content.text).inserted, "\(sheet.day)")
        }
        // What says nothing new adds nothing.
        let last = book.content
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1491.0", "USD": "1.20"], recordedAfter: 40))
        #expect(book.content == last)
    }

    @Test("two corrections of one moment that differ in a digit are told apart")
    func alike() throws {
        let first = try ecbSheet("2026-10-30", ["KRW": "1491.76", "USD": "1.1"])
        let one = try book([first, ecbSheet("2026-10-30", ["KRW": "1491.77", "USD": "1.1"], recordedAfter: 7)])
        let other = try book([first, ecbSheet("2026-10-30", ["KRW": "1491.78", "USD": "1.1"], recordedAfter: 7)])
        let third = try book([first, ecbSheet("2026-10-30", ["KRW": "1491.76", "USD": "1.7"], recordedAfter: 7)])
        #expect(one.observations == other.observations && one.newestRecording == third.newestRecording)
        #expect(Set([one, other, third].map(\.content.text)).count == 3)
    }

    @Test("books of one name hold the same rows and give the same answers; others are named differently")
    func property() async throws {
        var generator = SplitMix64(seed: 2026)
        var known: [String: (rows: [String], points: [String])] = [:]
        for _ in 0..<40 {
            let sheets = try (0..<Int.random(in: 1...6, using: &generator)).map { _ in try sheet(&generator) }
            try await withBench { bench in
                for sheet in sheets {
                    try await bench.receive([sheet])
                    let tag = bench.memory.current.content.text
                    // When a source made a sheet public shows in no answer.
                    let rows = try await bench.rows().map(withoutPublication)
                    let points = try bench.points("EUR")
                    if let earlier = known[tag] {
                        #expect(earlier.rows == rows && earlier.points == points)
                    } else {
                        #expect(!known.values.contains { $0.rows == rows })
                        known[tag] = (rows, points)
                    }
                    #expect(try await SeriesMemory.load(from: bench.store).current.content.text == tag)
                }
            }
        }
        #expect(known.count > 40)
    }

    /// One of few sheets, so that the same states come about in several ways.
    private func sheet(_ generator: inout SplitMix64) throws -> Sheet {
        var prices = ["KRW": ["1490", "1491"].randomElement(using: &generator) ?? "1490"]
        if Bool.random(using: &generator) { prices["USD"] = "1.1" }
        let day = ["2026-10-29", "2026-10-30"].randomElement(using: &generator) ?? "2026-10-30"
        return try ecbSheet(day, prices, recordedAfter: Int.random(in: 0...2, using: &generator))
    }

    private func withoutPublication(_ row: String) -> String {
        row.split(separator: " ").filter { !$0.hasPrefix("published_at") }.joined(separator: " ")
    }

    private func book(_ sheets: [Sheet]) throws -> RateBook {
        var book = RateBook()
        for sheet in sheets { _ = try book.take(sheet) }
        return book
    }
}
