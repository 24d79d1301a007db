import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /export/eurofxref-daily.xml", .timeLimit(.minutes(1)))
struct ReferenceDayTests {
    private let path = "/export/eurofxref-daily.xml"

    // Tests/Oracles/history/exports/exports_oracle.py, from the bank's CSV. That our own reader of the bank's XML reads
    // this very document: ECBExportTests, beside the tests of that reader.
    @Test("a day is the bank's document of it, byte for byte")
    func recorded() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?date=2004-12-31")
        #expect(answer.text == (try ExportOracle.text("eurofxref-daily.xml")))
        #expect(answer.headers["content-type"] == "text/xml; charset=utf-8")
        #expect(answer.headers["content-disposition"] == #"attachment; filename="eurofxref-daily.xml""#)
    }

    // The last line of the bank's CSV that has quotes.
    @Test("without a day it is the newest one that has quotes")
    func newest() async throws {
        let text = try await ask(ECBFile.memory, path).text
        #expect(text.contains("<Cube time='2026-10-30'>\n\t\t\t<Cube currency='USD' rate='1.1172'/>\n"))
        #expect(text.contains("<Cube currency='ISK' rate='136'/>\n\t\t\t<Cube currency='NOK' rate='10.312'/>"))
        #expect(text.hasSuffix("<Cube currency='ZAR' rate='18.6455'/>\n\t\t</Cube>\n\t</Cube>\n</gesmes:Envelope>\n"))
        #expect(text.components(separatedBy: "<Cube currency=").count == 29 + 1)
    }

    @Test("only the bank's own sheets are in it")
    func others() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["USD": "1.10"]))
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1335", 1)]))
        let text = try await ask(SeriesMemory(book), path).text
        #expect(text.contains("<Cube time='2026-10-29'>\n\t\t\t<Cube currency='USD' rate='1.10'/>\n\t\t</Cube>"))
    }

    @Test(
        "a day without rates is not found; what is no day is refused",
        arguments: [
            ("date=2026-10-31", 404, "NOT_FOUND"), ("date=2031-01-01", 400, "INVALID_DATE"),
            ("date=1998-12-31", 404, "NOT_FOUND"), ("date=1900-01-01", 404, "NOT_FOUND"),
            ("date=2026-02-30", 400, "INVALID_DATE"), ("date=30.10.2026", 400, "INVALID_DATE"),
            ("date=today", 400, "INVALID_DATE"), ("from=2026-10-30", 400, "INVALID_PARAMETER"),
        ])
    func refused(query: String, status: Int, code: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status)
        #expect(try answer.code == code)
        #expect(answer.headers["cache-control"] == "no-store")
    }

    @Test("with nothing held it is not ready")
    func notReady() async throws {
        let answer = try await ask(SeriesMemory(), "\(path)?date=2026-10-30")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }
}
