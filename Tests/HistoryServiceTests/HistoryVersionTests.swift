import Foundation
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import HistoryService

@Suite("How long an answer of the history is fresh")
struct HistoryVersionTests {
    /// The days of 2026 on which the ECB publishes: the weekdays but TARGET's closing days of that year.
    private static let publications: [Instant] = {
        let closed: Set = ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"]
        return (0..<365).compactMap { offset in
            guard let first = Day(year: 2026, month: 1, day: 1) else { return nil }
            let day = first.adding(days: offset)
            // 1 January 2026 is a Thursday.
            guard (offset + 3) % 7 < 5, !closed.contains(day.description) else { return nil }
            // 16:00 in Frankfurt; summer time from 29 March to 24 October.
            let isSummer = ("2026-03-29"..."2026-10-24").contains(day.description)
            return Instant("\(day)T\(isSummer ? "14" : "15"):00:00Z")
        }
    }()

    private func book(newest day: Day) throws -> RateBook {
        var book = RateBook()
        _ = try book.take(ecbSheet(day.description, ["KRW": "1500", "USD": "1.1"]))
        return book
    }

    @Test("through a year it never ends after the next publication, and while one is due there is no end to name")
    func year() throws {
        let publications = Self.publications
        #expect(publications.count == 256)
        for (earlier, next) in zip(publications, publications.dropFirst()) {
            let held = try book(newest: Day(of: earlier, in: .gmt))
            for instant in stride(from: earlier.milliseconds, to: next.milliseconds, by: 5_400_000) + [
                next.milliseconds - 1
            ] {
                let version = held.version(of: .usd, in: .krw, at: Instant(milliseconds: instant))
                #expect(version?.freshUntil == next, "\(Instant(milliseconds: instant))")
            }
            #expect(held.version(of: .usd, in: .krw, at: next)?.freshUntil == nil)
            #expect(held.version(of: .usd, in: .krw, at: next.advanced(by: .seconds(86_400)))?.freshUntil == nil)
        }
    }

    @Test("a sheet that came before its time is fresh until then")
    func early() throws {
        let held = try book(newest: day("2026-10-30"))
        let before = try #require(Instant("2026-10-30T14:57:00Z"))
        #expect(held.version(of: .usd, in: .krw, at: before)?.freshUntil == Instant("2026-10-30T15:00:00Z"))
    }

    @Test("a source whose hours are not known promises nothing; a pair that nobody quotes has no version")
    func others() throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1335", 1)]))
        let version = book.version(of: .usd, in: .krw, at: ECBFile.recordedAt)
        #expect(version?.freshUntil == nil)
        #expect(version?.asOf == ECBFile.recordedAt)
        #expect(book.version(of: .eur, in: .krw, at: ECBFile.recordedAt) == nil)
        #expect(RateBook().version(of: .usd, in: .krw, at: ECBFile.recordedAt) == nil)
    }
}
