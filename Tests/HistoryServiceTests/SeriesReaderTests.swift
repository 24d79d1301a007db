import SharedDomain
import Testing

@testable import HistoryService

@Suite("Which points a question gets")
struct SeriesReaderTests {
    private let reader = SeriesReader(memory: ECBFile.memory)

    // The days: Python's datetime, with pandas.DateOffset for months.
    @Test(
        "a period begins so long before the newest day, that day included",
        arguments: [
            ("1w", "2026-10-23", 6), ("2w", "2026-10-16", 11), ("1m", "2026-09-30", 23), ("max", "1999-01-04", 7126),
        ])
    func period(period: String, first: String, count: Int) throws {
        let answer = try reader.series(question("USD", period))
        #expect(answer.asOf == (try day("2026-10-30")))
        #expect(answer.series.days.first == (try day(first).number))
        #expect(answer.series.days.last == (try day("2026-10-30").number))
        #expect(answer.series.count == count)
    }

    @Test("days are taken with both ends, and a weekend has none")
    func range() throws {
        let answer = try reader.series(question("EUR", "2026-10-23..2026-10-26"))
        #expect(try answer.texts == ["2026-10-23 1482.46", "2026-10-26 1482.72"])
        #expect(try reader.series(question("EUR", "2026-10-24..2026-10-25")).series.count == 0)
    }

    @Test("an end left open is the first or the newest day held")
    func openEnds() throws {
        #expect(try reader.series(question("USD", "2026-10-29..")).series.count == 2)
        #expect(try reader.series(question("USD", "..1999-01-05")).series.count == 2)
        #expect(try reader.series(question("USD", "..")).series.count == 7126)
        #expect(try reader.series(question("USD", "2026-10-29..2999-12-31")).series.count == 2)
    }

    // Iceland's krona was not quoted from 2008-12-10 to 2018-01-31: the ECB's file.
    @Test("a gap stays a gap")
    func gap() throws {
        let answer = try reader.series(question("ISK", "2008-12-08..2018-02-02"))
        let days = answer.series.days.map { Day(number: $0).description }
        #expect(days == ["2008-12-08", "2008-12-09", "2018-02-01", "2018-02-02"])
    }

    @Test("the point before the window is the last one there is, however long ago")
    func precedingAcrossGap() throws {
        let answer = try reader.series(question("ISK", in: "EUR", "2018-02-01..2018-02-01"))
        let before = try reader.series(question("ISK", in: "EUR", "2008-12-09..2008-12-09"))
        let last = try #require(before.series.crosses.first)
        let preceding = try #require(answer.preceding)
        #expect(try preceding.rate(significantDigits: 12) == last.rate(significantDigits: 12))
    }

    @Test("nothing precedes the first point of all")
    func nothingPrecedes() throws {
        #expect(try reader.series(question("USD", "max")).preceding == nil)
        #expect(try reader.series(question("USD", "1m")).preceding != nil)
    }

    @Test("a currency that ended is asked for up to the newest day all the same")
    func ended() throws {
        let answer = try reader.series(question("RUB", "1y"))
        #expect(answer.series.count == 0)
        #expect(answer.asOf == (try day("2026-10-30")))
        #expect(try reader.series(question("RUB", "max")).series.days.last == day("2022-03-01").number)
    }

    @Test("a currency without observations is named", arguments: [("VND", "KRW", "VND"), ("USD", "VND", "VND")])
    func unheld(target: String, base: String, named: String) throws {
        let error = #expect(throws: ServiceError.self) { try reader.series(question(target, in: base, "1m")) }
        #expect(error?.code == .notFound)
        #expect(error?.message.contains(named) == true)
    }

    @Test("a window that begins after the newest day says which that is")
    func future() throws {
        let error = #expect(throws: ServiceError.self) { try reader.series(question("USD", "2026-10-31..")) }
        #expect(error?.code == .notFound)
        #expect(error?.message.contains("2026-10-30") == true)
    }

    @Test("days that end before they begin are refused by name")
    func backwards() throws {
        let error = #expect(throws: ServiceError.self) { try question("USD", "2026-10-30..2026-10-29") }
        #expect(error?.code == .invalidParameter)
        #expect(error?.details["parameter"] == "from")
    }

    @Test("a currency in itself is refused by both names")
    func itself() throws {
        let error = #expect(throws: ServiceError.self) { try question("KRW", in: "KRW", "1m") }
        #expect(error?.code == .invalidParameter)
        #expect(error?.message.contains("'target'") == true && error?.message.contains("'base'") == true)
    }

    @Test("an empty memory is not ready")
    func empty() throws {
        let error = #expect(throws: ServiceError.self) {
            try SeriesReader(memory: SeriesMemory()).series(question("USD", "1m"))
        }
        #expect(error?.code == .dataNotReady)
    }

    // By hand: 1335 won for a dollar, 890 won for 100 yen; so a dollar is 150 yen.
    @Test("a source that quotes in won for a hundred yen gives the same kind of series")
    func inPivot() throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1335", 1), "JPY": ("890", 100)]))
        let reader = SeriesReader(memory: SeriesMemory(book))
        #expect(try reader.series(question("USD", in: "JPY", "1m")).texts == ["2026-10-30 150"])
        #expect(try reader.series(question("JPY", "1m")).texts == ["2026-10-30 8.9"])
        #expect(try reader.series(question("KRW", in: "USD", "1m")).texts == ["2026-10-30 0.0007490636704"])
    }

    @Test("all points come from one source: the one that has quoted both longest, else the first by name")
    func oneSource() throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1335", 1), "SGD": ("1000", 1)]))
        _ = try book.take(ecbSheet("2026-10-28", ["KRW": "1500", "USD": "1.1"]))
        let reader = SeriesReader(memory: SeriesMemory(book))
        #expect(try reader.series(question("USD", "max")).source == bok)
        #expect(try reader.series(question("EUR", "max")).source == .ecb)
        let error = #expect(throws: ServiceError.self) { try reader.series(question("SGD", in: "EUR", "max")) }
        #expect(error?.code == .notFound)
        #expect(error?.message == "No source quotes both SGD and EUR.")

        _ = try book.take(ecbSheet("2026-10-29", ["KRW": "1501", "USD": "1.1"]))
        let later = SeriesReader(memory: SeriesMemory(book))
        #expect(try later.series(question("USD", "max")).source == .ecb)
        #expect(try later.series(question("USD", "max")).asOf == day("2026-10-29"))
    }
}
