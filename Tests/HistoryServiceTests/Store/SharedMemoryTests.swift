import SharedDomain
import Testing

@testable import HistoryService

@Suite("The memory of books of the past", .timeLimit(.minutes(1)))
struct SharedMemoryTests {
    /// Two years, each sheet recorded when it was published.
    private func twoYears() throws -> RateBook {
        var book = RateBook()
        for sheet in try ECBFile.sheets(from: "2005-01-03", through: "2006-12-29") {
            _ = try book.take(recorded(sheet, at: sheet.publishedAt, sheet.quotes))
        }
        return book
    }

    /// The same, and a price of won put right afterwards.
    private func correctedYears() throws -> RateBook {
        var book = try twoYears()
        let sheet = try #require(ECBFile.sheets(from: "2005-03-01", through: "2005-03-01").first)
        let quotes = try sheet.quotes.map { quote in
            quote.currency == .krw
                ? try Quote(currency: .krw, price: decimal("1234.5"), direction: .perPivot) : quote
        }
        let later = try #require(Instant("2007-01-01T00:00:00Z"))
        let correction = try recorded(sheet, at: later, quotes)
        _ = try book.take(correction)
        return book
    }

    private func recorded(_ sheet: Sheet, at instant: Instant, _ quotes: [Quote]) throws -> Sheet {
        try Sheet(
            source: sheet.source, pivot: sheet.pivot, day: sheet.day, publishedAt: sheet.publishedAt,
            recordedAt: instant, quotes: quotes)
    }

    private func address<Element>(of column: ArraySlice<Element>) -> Int? {
        column.withUnsafeBufferPointer { $0.baseAddress.map(Int.init(bitPattern:)) }
    }

    private func addresses(of leg: Leg) -> [Int?] {
        [address(of: leg.days), address(of: leg.prices), address(of: leg.figures)]
    }

    /// 2005-06-01T12:00:00Z, between the sheet of the day before and that of the day.
    private let summer = Instant(milliseconds: 1_117_627_200_000)

    @Test("a book of the past is the beginning of the current one, in the same memory")
    func shared() throws {
        let current = try twoYears()
        let (now, then) = (
            try #require(current.sources[.ecb]), try #require(current.asOf(summer).sources[.ecb])
        )
        #expect(then.days.last == (try day("2005-05-31").number))
        #expect(then.legs.count > 20)
        for (currency, leg) in then.legs {
            #expect(addresses(of: leg) == now.legs[currency].map(addresses))
        }
        #expect(address(of: then.records) == address(of: now.records))
        #expect(then.records.count == then.days.count)
    }

    @Test("of a correction that is taken back only the currency that it was of is copied")
    func corrected() throws {
        let current = try correctedYears()
        let (now, then) = (
            try #require(current.sources[.ecb]), try #require(current.asOf(summer).sources[.ecb])
        )
        let uncorrected = try #require(twoYears().asOf(summer).sources[.ecb])
        let number = try day("2005-03-01").number
        #expect(try now.legs[.krw]?.figure(on: number)?.price == decimal("1234.5"))
        #expect(try then.legs[.krw]?.figure(on: number)?.price != decimal("1234.5"))
        for (currency, leg) in then.legs {
            #expect((addresses(of: leg) == now.legs[currency].map(addresses)) == (currency != .krw), "\(currency)")
        }
        #expect(then.records.count == then.days.count)
        #expect(then.content == uncorrected.content)
    }

    @Test("what is taken in later does not change a book of the past")
    func independent() throws {
        var current = try twoYears()
        let then = current.asOf(summer)
        let before = then.figureTexts
        for sheet in try ECBFile.sheets(from: "2007-01-02", through: "2007-01-05") { _ = try current.take(sheet) }
        #expect(then.figureTexts == before)
        #expect(current.newestDay == (try day("2007-01-05")))
        #expect(current.sources[.ecb]?.records.startIndex == 0)
    }

    @Test("those who ask for one moment at one time get one book")
    func once() async throws {
        let memory = SeriesMemory(try correctedYears())
        let books = await withTaskGroup(of: RateBook.self) { group in
            for _ in 0..<32 { group.addTask { memory.book(asOf: summer) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(books.map { $0.sources[.ecb]?.legs[.krw].map(addresses) }).count == 1)
        #expect(books.count == 32)
    }

    @Test("the beginning of a column of few days is in the same memory")
    func column() {
        var column = DayColumn<Int>()
        for day: Int32 in 1...9 { column.set(Int(day), on: day) }
        var before = column.before(5)
        #expect(before.values == [1, 2, 3, 4])
        #expect(address(of: before.values) == address(of: column.values))
        before.set(nil, on: 1)
        before.set(50, on: 5)
        #expect(before.values == [2, 3, 4, 50] && before[2] == 2)
        #expect(column.values == [1, 2, 3, 4, 5, 6, 7, 8, 9])
    }
}
