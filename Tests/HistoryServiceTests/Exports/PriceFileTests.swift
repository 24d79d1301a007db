import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /export/prices.ledger and /export/prices.beancount", .timeLimit(.minutes(2)))
struct PriceFileTests {
    /// The lines that are no comments.
    private func prices(_ form: PriceForm, _ query: String, of memory: SeriesMemory = ECBFile.memory) async throws
        -> [String]
    {
        let answer = try await ask(memory, "/export/\(form.fileName)?\(query)")
        #expect(answer.status == 200, "\(answer.text.prefix(1000))")
        return answer.text.split(separator: "\n").filter { !$0.hasPrefix(";") }.map(String.init)
    }

    // Python fractions: Tests/Oracles/history/exports/exports_oracle.py.
    @Test("prices are right to the last digit, by day and by currency", arguments: ExportOracle.prices)
    func oracle(expected: ExportOracle.Prices) async throws {
        let lines = try await prices(.ledger, expected.query)
        #expect(lines.count == expected.count)
        #expect(lines.first ?? "" == expected.first)
        #expect(lines.last ?? "" == expected.last)
        #expect(RateDigest.digest(of: lines) == expected.digest)
    }

    @Test("Beancount gets the same prices in its own words")
    func beancount() async throws {
        let query = "period=1m&base=EUR&precision=4"
        let ledger = try await prices(.ledger, query).map { $0.split(separator: " ").map(String.init) }
        let expected = ledger.map { "\($0[1]) price \($0[2]) \($0[3]) \($0[4])" }
        #expect(try await prices(.beancount, query) == expected)
        #expect(expected.count == 667)
    }

    @Test("comments at the head name what it is and who wants to be named", arguments: PriceForm.allCases)
    func heading(form: PriceForm) async throws {
        let answer = try await ask(
            ECBFile.memory, "/export/\(form.fileName)?symbols=USD&from=2026-10-30&to=2026-11-01&precision=4")
        #expect(
            answer.text.hasPrefix(
                """
                ; The price of one unit of each currency in KRW, 2026-10-30 to 2026-10-30, to 4 significant digits.
                ; Source: European Central Bank, euro foreign exchange reference rates; free to use with the source named.
                ; Prices between two currencies are computed from what a source quotes for both on the same day.


                """), "\(answer.text)")
        #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")
        #expect(answer.headers["content-disposition"] == "attachment; filename=\"\(form.fileName)\"")
    }

    @Test("each pair has the source that its series has, days of other sources are left out, and all are named")
    func sources() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-29", ["USD": "1.25", "KRW": "1500", "SEK": "10"]))
        _ = try book.take(bokSheet("2026-10-28", ["USD": ("1300", 1), "JPY": ("850", 100)]))
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1310", 1)]))
        let memory = SeriesMemory(book)
        #expect(
            try await prices(.ledger, "", of: memory) == [
                "P 2026-10-28 JPY 8.5 KRW", "P 2026-10-28 USD 1300 KRW", "P 2026-10-29 EUR 1500 KRW",
                "P 2026-10-29 SEK 150 KRW", "P 2026-10-30 USD 1310 KRW",
            ])
        let text = try await ask(memory, "/export/prices.ledger").text
        #expect(text.contains("; Source: bok.\n; Source: European Central Bank,"))
        #expect(try await prices(.ledger, "symbols=SEK", of: memory) == ["P 2026-10-29 SEK 150 KRW"])
    }

    @Test("prices of very little and of very much are written without exponents")
    func plain() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["USD": "0.000000000000000001", "KRW": "123456789012345678"]))
        let memory = SeriesMemory(book)
        #expect(
            try await prices(.ledger, "symbols=USD&precision=4", of: memory) == [
                "P 2026-10-30 USD 123500000000000000000000000000000000 KRW"
            ])
        #expect(
            try await prices(.beancount, "symbols=KRW&base=USD&precision=4", of: memory) == [
                "2026-10-30 price KRW 0.0000000000000000000000000000000000081 USD"
            ])
    }

    @Test(
        "what cannot be is refused by name",
        arguments: [
            ("symbols=USD,XYZ", 400, "INVALID_CURRENCY_CODE", "symbols"),
            ("symbols=", 400, "INVALID_CURRENCY_CODE", "symbols"),
            ("symbols=USD,KRW", 400, "INVALID_PARAMETER", "symbols"),
            ("base=won", 400, "INVALID_CURRENCY_CODE", "base"),
            ("period=4d", 400, "INVALID_PERIOD", "period"), ("to=2026-10-30", 400, "MISSING_PARAMETER", "from"),
            ("period=1w&from=2026-10-30", 400, "INVALID_PARAMETER", "period"),
            ("from=2026-10-30&to=2026-10-29", 400, "INVALID_PARAMETER", "from"),
            ("precision=3", 400, "INVALID_PARAMETER", "precision"),
            ("precision=13", 400, "INVALID_PARAMETER", "precision"),
            ("as_of=2026-10-30", 400, "INVALID_DATE", "as_of"), ("format=csv", 400, "INVALID_PARAMETER", "format"),
            ("from=2026-10-31", 404, "NOT_FOUND", "from"), ("symbols=VND", 404, "NOT_FOUND", "symbols"),
            ("base=VND", 404, "NOT_FOUND", "base"),
        ])
    func refused(query: String, status: Int, code: String, parameter: String) async throws {
        for form in PriceForm.allCases {
            let answer = try await ask(ECBFile.memory, "/export/\(form.fileName)?\(query)")
            #expect(answer.status == status)
            #expect(try answer.code == code)
            #expect((try answer.member("error")["details"] as? [String: String])?["parameter"] == parameter)
            #expect(answer.headers["cache-control"] == "no-store")
        }
    }

    @Test("two currencies that never stand on one sheet have no price; unless it was asked for, it is left out")
    func neverTogether() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["SEK": "10", "NOK": "11"]))
        _ = try book.take(bokSheet("2026-10-30", ["USD": ("1310", 1)]))
        let memory = SeriesMemory(book)
        let answer = try await ask(memory, "/export/prices.ledger?base=KRW&symbols=SEK,USD")
        #expect(answer.status == 404)
        #expect(try answer.message == "No source quotes both SEK and KRW.")
        #expect(try await prices(.ledger, "base=KRW", of: memory) == ["P 2026-10-30 USD 1310 KRW"])
    }

    @Test("with nothing held it is not ready", arguments: PriceForm.allCases)
    func notReady(form: PriceForm) async throws {
        let answer = try await ask(SeriesMemory(), "/export/\(form.fileName)")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }
}
