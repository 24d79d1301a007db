import Foundation
import HTTPTypes
import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /export/eurofxref-hist.csv", .timeLimit(.minutes(1)))
struct ReferenceFileTests {
    private let path = "/export/eurofxref-hist.csv"

    @Test("what was read from the bank's file is that file again, byte for byte")
    func same() async throws {
        let answer = try await ask(ECBFile.memory, path)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/csv; charset=utf-8")
        #expect(answer.headers["content-disposition"] == #"attachment; filename="eurofxref-hist.csv""#)
        let isSame = answer.text == (try ECBFile.text())
        #expect(isSame)
    }

    @Test(
        "a window has the file's own lines of these days",
        arguments: [
            ("from=2026-10-01", "2026-10-01", "9999"), ("to=1999-03-01", "0000", "1999-03-01"),
            ("from=2004-12-24&to=2005-01-10", "2004-12-24", "2005-01-10"), ("from=1900-01-01", "0000", "9999"),
            ("from=2026-10-30&to=2026-11-01", "2026-10-30", "9999"), ("from=2026-10-24&to=2026-10-25", "x", "x"),
            ("to=1999-01-03", "x", "x"), ("from=1970-01-01&to=1970-01-01", "x", "x"),
        ])
    func windows(query: String, first: String, last: String) async throws {
        let lines = try ECBFile.text().split(separator: "\n")
        let expected = lines.prefix(1) + lines.dropFirst().filter { $0.prefix(10) >= first && $0.prefix(10) <= last }
        let text = try await ask(ECBFile.memory, "\(path)?\(query)").text
        let isSame = text == expected.joined(separator: "\n") + "\n"
        #expect(isSame, "\(text.prefix(1000))")
    }

    @Test("what the bank corrects and withdraws is written as it stands now; a day without quotes has no line")
    func corrections() async throws {
        var book = try Self.withdrawn(
            [ecbSheet("2026-10-28", ["USD": "1.10", "ISK": "136.00"]), ecbSheet("2026-10-29", ["USD": "1.11"])],
            .usd, on: "2026-10-29")
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1.12"]))
        _ = try book.take(ecbSheet("2026-10-28", ["USD": "1.1050"], recordedAfter: 1))
        #expect(try await quoted(book) == ["2026-10-30 USD 1.12", "2026-10-28 USD 1.1050"])
    }

    @Test("a currency that the bank takes up stands behind the columns there have been, and other sources are left out")
    func columns() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "1.12", "VND": "29000", "AED": "4.1"]))
        _ = try book.take(bokSheet("2026-10-30", ["TWD": ("43", 1)]))
        _ = try book.take(bokSheet("2026-10-29", ["USD": ("1335", 1)]))
        let text = try await ask(SeriesMemory(book), path).text
        #expect(text.hasPrefix("Date,USD,JPY,BGN,"))
        #expect(text.contains(",THB,ZAR,AED,VND,\n2026-10-30,1.12,N/A,"))
        #expect(text.hasSuffix(",N/A,4.1,29000,\n"))
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test("columns are those of the bank's file, in its order")
    func order() throws {
        let header = try #require(try ECBFile.text().split(separator: "\n").first)
        #expect(header == "Date,\(ReferenceColumns.published.map { "\($0)," }.joined())")
    }

    @Test("it is made in pieces of bounded length, and a second reader of the same reply gets the same")
    func pieces() throws {
        let sheets = try ReferenceSheets(of: ECBFile.memory.current)
        let file = ReferenceFile(sheets, days: sheets.span)
        for _ in 0..<2 {
            var (rest, text, pieces) = (file, "", 0)
            while true {
                let piece = try rest.nextPiece()
                // A line has at most 42 columns; the longest of the file has 326 characters.
                #expect(piece.bytes.readableBytes < ExportPiece.enoughBytes + 512)
                text += String(buffer: piece.bytes)
                pieces += 1
                if piece.isLast { break }
            }
            let isSame = text == (try ECBFile.text())
            #expect(isSame)
            #expect(pieces > 40)
        }
    }

    @Test(
        "what cannot be is refused by name",
        arguments: [
            ("from=2026-31-10", 400, "INVALID_DATE", "from"), ("to=", 400, "INVALID_DATE", "to"),
            ("from=2026-10-30&to=2026-10-29", 400, "INVALID_PARAMETER", "from"),
            ("from=2026-10-31", 404, "NOT_FOUND", "from"), ("as_of=yesterday", 400, "INVALID_DATE", "as_of"),
            ("date=2026-10-30", 400, "INVALID_PARAMETER", "date"), ("from=9999-01-01", 400, "INVALID_DATE", "from"),
        ])
    func refused(query: String, status: Int, code: String, parameter: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status)
        #expect(try answer.code == code)
        #expect(try answer.message.contains("'\(parameter)'") || status == 404)
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(answer.headers["content-disposition"] == nil)
    }

    @Test("without a sheet of the bank's it is not ready")
    func notReady() async throws {
        var others = RateBook()
        _ = try others.take(bokSheet("2026-10-30", ["USD": ("1335", 1)]))
        let withdrawn = try Self.withdrawn([ecbSheet("2026-10-29", ["USD": "1.1"])], .usd, on: "2026-10-29")
        for book in [RateBook(), others, withdrawn] {
            let answer = try await ask(SeriesMemory(book), path)
            #expect(answer.status == 503)
            #expect(try answer.code == "DATA_NOT_READY")
        }
    }

    /// A book of sheets of the bank's, one of whose quotes was withdrawn later.
    private static func withdrawn(_ sheets: [Sheet], _ currency: CurrencyCode, on date: String) throws -> RateBook {
        var source = SourceBook(source: .ecb, pivot: .eur)
        for sheet in sheets { try source.apply(#require(source.edition(of: sheet))) }
        let sheet = try #require(try sheets.first { $0.day == (try day(date)) })
        try source.apply(
            SheetEdition(
                sheet, recordedAt: sheet.recordedAt.advanced(by: .milliseconds(1)),
                changes: [SheetEdition.Change(currency: currency, observation: nil)]))
        var book = RateBook()
        book.put(source)
        return book
    }

    /// `day code price` of every quote in the file.
    private func quoted(_ book: RateBook) async throws -> [String] {
        let lines = try await ask(SeriesMemory(book), path).text.split(separator: "\n").map { $0.split(separator: ",") }
        let header = try #require(lines.first)
        return lines.dropFirst().flatMap { line in
            zip(header, line).dropFirst().filter { $0.1 != "N/A" }.map { "\(line[0]) \($0.0) \($0.1)" }
        }
    }
}
