import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The gRPC method RateHistory.Coverage")
struct CoverageTests {
    @Test("every currency of the file has its first and its last day, and the euro those of all")
    func everyCurrency() async throws {
        var expected: [String: (first: Int32, last: Int32)] = [:]
        for day in ECBLines.days {
            for quote in ECBLines.quotes[day, default: []] {
                expected[String(quote.prefix(3)), default: (day, day)].last = day
            }
            expected["EUR", default: (day, day)].last = day
        }
        let texts = expected.sorted { $0.key < $1.key }.map { code, days in
            "ecb \(code) \(Day(number: days.first)) \(Day(number: days.last))"
        }
        #expect(texts.count == 42)
        #expect(try await ECBFile.memory.coverage() == texts)
    }

    @Test("a withdrawn quote covers nothing; the sources are ordered by name")
    func corrected() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["KRW": "1500", "JPY": "170"]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "JPY": "170", "ISK": "140"]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500"], recordedAfter: 1))
        _ = try book.take(bokSheet("2026-10-28", ["USD": ("1335", 1)]))
        #expect(
            try await SeriesMemory(book).coverage() == [
                "bok KRW 2026-10-28 2026-10-28", "bok USD 2026-10-28 2026-10-28",
                "ecb EUR 2026-10-29 2026-10-30", "ecb JPY 2026-10-29 2026-10-29", "ecb KRW 2026-10-29 2026-10-30",
            ])
    }

    @Test("an empty memory is not ready")
    func notReady() async throws {
        let error = await #expect(throws: ServiceError.self) { try await SeriesMemory().coverage() }
        #expect(error?.code == .dataNotReady)
    }
}
