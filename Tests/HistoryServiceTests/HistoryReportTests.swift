import NIOCore
import SharedHTTP
import SharedRuntime
import Testing

@testable import HistoryService

@Suite("The health of the history service")
struct HistoryReportTests {
    private func freshness(_ report: ServiceReport) -> [String] {
        report.freshness.map { figure in
            func encoded(_ value: some JSONRepresentable) -> String { String(buffer: JSONWriter.encode(value)) }
            return "\(figure.name) \(encoded(figure.value))"
        }
    }

    @Test("with nothing held it is degraded")
    func empty() {
        let report = HistoryReport(book: RateBook()).report
        #expect(report.isDegraded)
        #expect(freshness(report) == ["days 0", "oldest_day null", "newest_day null", "observations 0"])
    }

    // The ECB's file, by awk.
    @Test("it tells how many days and observations are held, and from when to when")
    func held() {
        let report = HistoryReport(book: ECBFile.memory.current).report
        #expect(!report.isDegraded)
        #expect(
            freshness(report) == [
                "days 7126", #"oldest_day "1999-01-04""#, #"newest_day "2026-10-30""#, "observations 221702",
            ])
    }

    @Test("a day that two sources have counts once")
    func distinctDays() throws {
        var book = RateBook()
        for sheet in try [
            bokSheet("2026-10-30", ["USD": ("1335", 1)]), ecbSheet("2026-10-30", ["USD": "1.1"]),
            ecbSheet("2026-10-29", ["USD": "1.1"]),
        ] {
            _ = try book.take(sheet)
        }
        #expect(freshness(HistoryReport(book: book).report).prefix(1) == ["days 2"])
    }
}
