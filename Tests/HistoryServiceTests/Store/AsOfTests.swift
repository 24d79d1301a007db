import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("What was known at a moment")
struct AsOfTests {
    private func moment(_ milliseconds: Int) -> Instant {
        ECBFile.recordedAt.advanced(by: .milliseconds(milliseconds))
    }

    /// A week as the ECB published it, and what it corrected of it later: one price, then a quote withdrawn and one
    /// added, then the first price back.
    private func receiveWeek(_ bench: Bench) async throws {
        try await bench.receive([
            ecbSheet("2026-10-26", ["KRW": "1490", "USD": "1.10"]),
            ecbSheet("2026-10-27", ["KRW": "1491", "USD": "1.11"], recordedAfter: 100),
            ecbSheet("2026-10-28", ["KRW": "1492", "USD": "1.12"], recordedAfter: 200),
            ecbSheet("2026-10-27", ["KRW": "1591", "USD": "1.11"], recordedAfter: 250),
            ecbSheet("2026-10-29", ["KRW": "1493", "USD": "1.13"], recordedAfter: 300),
            ecbSheet("2026-10-28", ["KRW": "1492", "JPY": "170"], recordedAfter: 350),
            ecbSheet("2026-10-30", ["KRW": "1494", "USD": "1.14"], recordedAfter: 400),
            ecbSheet("2026-10-27", ["KRW": "1491", "USD": "1.11"], recordedAfter: 500),
        ])
    }

    @Test(
        "a corrected week is what it was before and after each correction, also after a restart",
        arguments: [
            (0, ["26 1490"], ["26 1.10"]), (199, ["26 1490", "27 1491"], ["26 1.10", "27 1.11"]),
            (249, ["26 1490", "27 1491", "28 1492"], ["26 1.10", "27 1.11", "28 1.12"]),
            (250, ["26 1490", "27 1591", "28 1492"], ["26 1.10", "27 1.11", "28 1.12"]),
            (349, ["26 1490", "27 1591", "28 1492", "29 1493"], ["26 1.10", "27 1.11", "28 1.12", "29 1.13"]),
            (350, ["26 1490", "27 1591", "28 1492", "29 1493"], ["26 1.10", "27 1.11", "29 1.13"]),
            (
                499, ["26 1490", "27 1591", "28 1492", "29 1493", "30 1494"],
                ["26 1.10", "27 1.11", "29 1.13", "30 1.14"]
            ),
            (
                500, ["26 1490", "27 1491", "28 1492", "29 1493", "30 1494"],
                ["26 1.10", "27 1.11", "29 1.13", "30 1.14"]
            ),
            (
                9999, ["26 1490", "27 1491", "28 1492", "29 1493", "30 1494"],
                ["26 1.10", "27 1.11", "29 1.13", "30 1.14"]
            ),
        ])
    func correctedWeek(after: Int, won: [String], dollars: [String]) async throws {
        try await withBench { bench in
            try await receiveWeek(bench)
            for memory in [bench.memory, try await SeriesMemory.load(from: bench.store)] {
                let book = memory.book(asOf: moment(after))
                #expect(try texts(of: "KRW", in: book) == won)
                #expect(try texts(of: "USD", in: book) == dollars)
                #expect(book.quotes(try code("JPY")) == (after >= 350))
            }
        }
    }

    @Test("what was known at a moment is named the same for ever, and differently on either side of a recording")
    func names() async throws {
        try await withBench { bench in
            var names: [Int: String] = [:]
            for after in 0..<8 {
                try await bench.receive([
                    ecbSheet("2026-10-\(26 + after % 5)", ["KRW": "\(1490 + after)"], recordedAfter: after * 100)
                ])
                names[after] = bench.memory.current.content.text
                for earlier in 0...after {
                    let book = bench.memory.book(asOf: moment(earlier * 100 + 99))
                    #expect(book.content.text == names[earlier])
                    #expect(book.newestRecording == moment(earlier * 100))
                }
            }
            #expect(Set(names.values).count == 8)
            let restarted = try await SeriesMemory.load(from: bench.store)
            for (after, name) in names { #expect(restarted.book(asOf: moment(after * 100)).content.text == name) }
        }
    }

    @Test("before everything, the refusal names the moment and the first recording; with nothing held it asks to wait")
    func beforeEverything() async throws {
        try await withBench { bench in
            let nothing = #expect(throws: ServiceError.self) { try bench.memory.book(asOf: moment(0)).requireHeld() }
            #expect(nothing?.code == .dataNotReady)
            try await receiveWeek(bench)
            #expect(throws: Never.self) { try bench.memory.book(asOf: moment(0)).requireHeld() }
            for milliseconds in [-1, -5] {
                let refusal = #expect(throws: ServiceError.self) {
                    try bench.memory.book(asOf: moment(milliseconds)).requireHeld()
                }
                #expect(refusal?.code == .notFound)
                #expect(refusal?.message.contains("\(moment(milliseconds))") == true)
                #expect(refusal?.message.contains("\(ECBFile.recordedAt)") == true)
            }
        }
    }

    @Test("a moment to come is refused, now is not")
    func toCome() throws {
        #expect(try HistoryParameter.checked(asOf: moment(0), now: moment(0)) == moment(0))
        #expect(try HistoryParameter.checked(asOf: nil, now: moment(0)) == nil)
        let refusal = #expect(throws: ServiceError.self) {
            try HistoryParameter.checked(asOf: moment(1), now: moment(0))
        }
        #expect(refusal?.code == .invalidDate)
        #expect(refusal?.message.contains("as_of") == true)
    }

    @Test("the shipped history, recorded when it was published, is known up to any of its days")
    func shipped() throws {
        var book = RateBook()
        for sheet in try ECBFile.sheets(through: "2006-12-29") {
            _ = try book.take(
                Sheet(
                    source: sheet.source, pivot: sheet.pivot, day: sheet.day, publishedAt: sheet.publishedAt,
                    recordedAt: sheet.publishedAt, quotes: sheet.quotes))
        }
        let memory = SeriesMemory(book)
        let noon = try #require(Instant("2005-06-01T12:00:00Z"))
        #expect(memory.book(asOf: noon).newestDay == (try day("2005-05-31")))
        #expect(memory.book(asOf: noon).figureTexts == book.figureTexts.filter { dayNumber($0) <= 12_934 })
        // 16:00 in Frankfurt is 14:00 in UTC in summer.
        let evening = try #require(Instant("2005-06-01T14:00:00Z"))
        #expect(memory.book(asOf: evening).newestDay == (try day("2005-06-01")))
    }

    @Test("over random corrections, late sheets and restarts it is what SQL finds in the tables", arguments: 1...6)
    func property(seed: UInt64) async throws {
        try await withBench { bench in
            var generator = SplitMix64(seed: seed)
            var clock = 0
            for _ in 0..<40 {
                let batch = try (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    try sheet(&clock, &generator)
                }
                try await bench.receive(batch)
            }
            let restarted = try await SeriesMemory.load(from: bench.store)
            #expect(restarted.current.content == bench.memory.current.content)
            #expect(restarted.current.observations == bench.memory.current.observations)
            for _ in 0..<60 {
                let instant = moment(Int.random(in: -40...clock + 40, using: &generator))
                let (held, read) = (bench.memory.book(asOf: instant), restarted.book(asOf: instant))
                let expected = try await bench.store.figureTexts(asOf: instant)
                #expect(held.figureTexts == expected)
                #expect(read.figureTexts == expected)
                #expect(held.content == read.content && held.newestRecording == read.newestRecording)
                #expect(held.observations == read.observations)
            }
        }
    }

    /// A sheet of one of few days with some of few currencies: a first one, a correction, a further publication or one
    /// that has been overtaken, of either of two sources.
    private func sheet(_ clock: inout Int, _ generator: inout SplitMix64) throws -> Sheet {
        clock += Int.random(in: 0...30, using: &generator)
        let day = "2026-10-\(Int.random(in: 19...30, using: &generator))"
        let late = Int.random(in: 0..<10, using: &generator) == 0 ? 40 : 0
        if Int.random(in: 0..<4, using: &generator) == 0 {
            return try bokSheet(day, ["USD": ("13\(Int.random(in: 10...20, using: &generator))", 1)])
        }
        var prices = ["KRW": "149\(Int.random(in: 0...3, using: &generator))"]
        for currency in ["USD", "JPY", "ISK"] where Bool.random(using: &generator) {
            prices[currency] = "1\(Int.random(in: 0...3, using: &generator))"
        }
        if Int.random(in: 0..<5, using: &generator) == 0 { prices["KRW"] = nil }
        if prices.isEmpty { prices["USD"] = "2" }
        return try ecbSheet(
            day, prices, recordedAfter: clock - late,
            publishedAfter: [0, 0, 0, 3_600_000, -3_600_000].randomElement(using: &generator) ?? 0)
    }

    /// `day-of-month price` of every figure.
    private func texts(of currency: String, in book: RateBook) throws -> [String] {
        let leg = try #require(book.sources[.ecb]?.legs[code(currency)])
        return try zip(leg.days, leg.figures).map { "\(Day(number: $0).components.day) \(try $1.price)" }
    }

    private func dayNumber(_ text: String) -> Int {
        Int(text.split(separator: " ").dropFirst(2).first ?? "") ?? 0
    }
}
