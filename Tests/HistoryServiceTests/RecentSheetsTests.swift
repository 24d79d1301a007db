import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The gRPC method RateHistory.RecentSheets")
struct RecentSheetsTests {
    @Test("the newest day and so many days before it are the file's, digit for digit", arguments: [0, 1, 7, 30, 366])
    func window(daysBefore: Int) async throws {
        let newest = try #require(ECBLines.days.last)
        let sheets = try await ECBFile.memory.recentBatches(daysBeforeNewest: UInt32(daysBefore)).flatMap(\.sheets)
        #expect(sheets.map(\.day) == ECBLines.days.filter { newest - $0 <= Int32(daysBefore) })
        for sheet in sheets {
            let quotes = try sheet.quoteTexts
            #expect(quotes == ECBLines.quotes[sheet.day])
        }
    }

    @Test("they come in batches of 16 at most, none of them empty")
    func batches() async throws {
        // 23 sheets from 2026-09-30 to 2026-10-30: the ECB's file, by awk.
        let batches = try await ECBFile.memory.recentBatches(daysBeforeNewest: 30)
        #expect(batches.map(\.sheets.count) == [16, 7])
        #expect(try await ECBFile.memory.recentBatches(daysBeforeNewest: 0).map(\.sheets.count) == [1])
    }

    @Test("each source reaches back from its own newest day; a batch goes on from one to the next")
    func sources() async throws {
        var book = RateBook()
        for date in ["2026-10-28", "2026-10-29", "2026-10-30"] { _ = try book.take(ecbSheet(date, ["KRW": "1500"])) }
        for date in ["2026-03-02", "2026-03-03", "2026-03-04"] {
            _ = try book.take(bokSheet(date, ["USD": ("1335.0", 1)]))
        }
        let batches = try await SeriesMemory(book).recentBatches(daysBeforeNewest: 1)
        #expect(batches.count == 1)
        #expect(
            try batches.flatMap(\.sheets).map { try $0.text } == [
                "bok 2026-03-03: USD 1335.0", "bok 2026-03-04: USD 1335.0", "ecb 2026-10-29: KRW 1500",
                "ecb 2026-10-30: KRW 1500",
            ])
    }

    @Test("more than 366 days are refused", arguments: [367, UInt32.max])
    func tooMany(days: UInt32) async throws {
        let error = await #expect(throws: ServiceError.self) {
            try await ECBFile.memory.recentBatches(daysBeforeNewest: days)
        }
        #expect(error?.code == .invalidParameter)
        #expect(error?.details["parameter"] == "days_before_newest")
        #expect(error?.details["provided"] == "\(days)")
    }

    @Test("an empty memory is not ready")
    func notReady() async throws {
        let error = await #expect(throws: ServiceError.self) {
            try await SeriesMemory().recentBatches(daysBeforeNewest: 0)
        }
        #expect(error?.code == .dataNotReady)
    }
}
