import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The gRPC method RateHistory.Sheets")
struct SheetsTests {
    @Test("the sheets of random windows are the file's, digit for digit: every day at least once")
    func everyDay() async throws {
        var generator = SplitMix64(seed: 1999)
        let (oldest, newest) = (try #require(ECBLines.days.first), try #require(ECBLines.days.last))
        // Windows side by side reach every day; as many more lie across them.
        var ranges: [HistoryV1DayRange] = []
        var first = oldest
        while first <= newest {
            let last = first + Int32.random(in: 0...365, using: &generator)
            ranges.append(dayRange(first, last))
            let other = Int32.random(in: (oldest - 400)...(newest + 400), using: &generator)
            ranges.append(dayRange(other, other + Int32.random(in: 0...365, using: &generator)))
            first = last + 1
        }
        ranges.shuffle(using: &generator)
        var seen: Set<Int32> = []
        while !ranges.isEmpty {
            let asked = Array(ranges.prefix(Int.random(in: 1...20, using: &generator)))
            ranges.removeFirst(asked.count)
            let expected = ECBLines.days.filter { day in asked.contains { $0.first <= day && day <= $0.last } }
            let sheets = try await ECBFile.memory.batches(asked).flatMap(\.sheets)
            #expect(sheets.map(\.day) == expected)
            for sheet in sheets {
                let quotes = try sheet.quoteTexts
                #expect(quotes == ECBLines.quotes[sheet.day], "\(Day(number: sheet.day))")
            }
            seen.formUnion(expected)
        }
        #expect(seen.count == 7126)
    }

    @Test("a hundred ranges bring all 27 years, in batches of 16")
    func everythingAtOnce() async throws {
        let batches = try await ECBFile.memory.batches(hundredRanges())
        // 7126 = 445 × 16 + 6.
        #expect(batches.map(\.sheets.count) == Array(repeating: 16, count: 445) + [6])
        #expect(batches.flatMap(\.sheets).map(\.day) == ECBLines.days)
    }

    @Test("a sheet says whose it is, against what, how it is quoted, and when it was published and recorded")
    func evidence() async throws {
        let sheet = try #require(try await ECBFile.memory.sheets("2026-10-30", "2026-10-30").first)
        #expect(sheet.source == "ecb")
        #expect(sheet.pivot == "EUR")
        // 16:00 in Frankfurt on that day, by Python's zoneinfo.
        #expect(sheet.publishedAt == 1_793_372_400_000)
        #expect(sheet.recordedAt == ECBFile.recordedAt.milliseconds)
        #expect(sheet.quotes.allSatisfy { $0.unit == 1 && $0.direction == .perPivot && !$0.hasTransfer })
        // What a peer reads from it is the sheet that came in.
        #expect(try Sheet(sheet) == ECBFile.sheets.last)
    }

    @Test("zeros at the end, a unit of a hundred and the way round stay as published")
    func asPublished() async throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["JPY": ("890.10", 100), "USD": ("1335", 1)]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1491.760"]))
        let sheets = try await SeriesMemory(book).sheets("2026-10-30", "2026-10-30")
        let expected = ["bok 2026-10-30: JPY 890.10, USD 1335", "ecb 2026-10-30: KRW 1491.760"]
        #expect(try sheets.map { try $0.text } == expected)
        #expect(sheets.first?.pivot == "KRW")
        #expect(sheets.first?.quotes.map(\.unit) == [100, 1])
        #expect(sheets.first?.quotes.allSatisfy { $0.direction == .inPivot } == true)
    }

    @Test("a day comes once, however many ranges have it, ordered by source and day however they are asked for")
    func overlapping() async throws {
        var book = RateBook()
        for date in ["2026-10-28", "2026-10-29", "2026-10-30"] {
            _ = try book.take(ecbSheet(date, ["KRW": "1500"]))
            _ = try book.take(bokSheet(date, ["USD": ("1335", 1)]))
        }
        let batches = try await SeriesMemory(book).batches([
            dayRange("2026-10-30", "2026-10-30"), dayRange("2026-10-28", "2026-10-29"),
            dayRange("2026-10-29", "2026-10-30"), dayRange("2026-10-30", "2026-10-30"),
        ])
        #expect(
            try batches.flatMap(\.sheets).map { try $0.text } == [
                "bok 2026-10-28: USD 1335", "bok 2026-10-29: USD 1335", "bok 2026-10-30: USD 1335",
                "ecb 2026-10-28: KRW 1500", "ecb 2026-10-29: KRW 1500", "ecb 2026-10-30: KRW 1500",
            ])
    }

    @Test(
        "days without a sheet are one message without any",
        arguments: [("2026-10-31", "2026-11-01"), ("1900-01-01", "1900-12-31"), ("9998-12-31", "9998-12-31")])
    func empty(first: String, last: String) async throws {
        let batches = try await ECBFile.memory.batches([dayRange(first, last)])
        #expect(batches == [HistoryV1SheetBatch()])
    }

    @Test("an empty memory is not ready: nobody can say what there was on those days")
    func notReady() async throws {
        let error = await #expect(throws: ServiceError.self) {
            try await SeriesMemory().sheets("2026-10-30", "2026-10-30")
        }
        #expect(error?.code == .dataNotReady)
    }

    @Test("ranges may have 366 days, both ends included, and no more")
    func mostDays() async throws {
        // 2024 is a leap year.
        #expect(try await ECBFile.memory.sheets("2024-01-01", "2024-12-31").count == 256)
        let error = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.sheets("2024-01-01", "2025-01-01")
        }
        #expect(error?.code == .invalidParameter)
        #expect(error?.details["parameter"] == "ranges[0]")
        #expect(error?.details["provided"] == "2024-01-01 to 2025-01-01")
    }

    @Test("no range, or more than a hundred, is refused")
    func rangeCount() async throws {
        let none = await #expect(throws: ServiceError.self) { try await ECBFile.memory.batches([]) }
        #expect(none?.code == .missingParameter)
        #expect(none?.details["parameter"] == "ranges")
        let range = try dayRange("2026-10-30", "2026-10-30")
        #expect(try await ECBFile.memory.batches(Array(repeating: range, count: 100)).flatMap(\.sheets).count == 1)
        let many = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.batches(Array(repeating: range, count: 101))
        }
        #expect(many?.code == .invalidParameter)
        #expect(many?.details["provided"] == "101 ranges")
    }

    @Test("a range that ends before it begins is refused by its place")
    func backwards() async throws {
        let error = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.batches([
                dayRange("2026-10-30", "2026-10-30"), dayRange("2026-10-30", "2026-10-29"),
            ])
        }
        #expect(error?.code == .invalidParameter)
        #expect(error?.details["parameter"] == "ranges[1].first")
        #expect(error?.details["provided"] == "2026-10-30")
    }

    // The days before 1900-01-01 and after 9998-12-31, by Python's datetime.
    @Test("a day that no calendar has is refused by its place", arguments: [Int32.min, -25_568, 2_932_532, .max])
    func noDay(number: Int32) async throws {
        let inFirst = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.batches([dayRange(number, number)])
        }
        #expect(inFirst?.code == .invalidDate)
        #expect(inFirst?.details["parameter"] == "ranges[0].first")
        #expect(inFirst?.details["provided"] == "\(number)")
        let inLast = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.batches([dayRange(0, number)])
        }
        #expect(inLast?.details["parameter"] == "ranges[0].last")
    }
}
