import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/fluctuation", .timeLimit(.minutes(1)))
struct FluctuationRouteTests {
    private let path = "/api/v1/history/fluctuation"

    private func data(_ query: String) async throws -> [String: Any] {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    // pandas: Oracles/history/points_oracle.py.
    @Test("both ends are the newest rates up to their days", arguments: PointOracle.cases("fluctuation"))
    func ends(oracle: PointOracle) async throws {
        let fields = oracle.fields
        let data = try await data(
            "from=\(fields[3])&to=\(fields[4])&base=\(fields[2])&symbols=\(fields[1])&precision=12")
        let entry = try #require((data["rates"] as? [String: [String: Any]])?[fields[1]])
        #expect(entry["start_date"] as? String == fields[5])
        #expect(entry["end_date"] as? String == fields[6])
        let start = try #require(oracle.number(7))
        #expect(isClose(entry["start_rate"] as? Double, start, within: 1e-9))
        #expect(isClose(entry["end_rate"] as? Double, oracle.number(8), within: 1e-9))
        if let change = oracle.number(9), let percent = oracle.number(10) {
            #expect(abs(try #require(entry["change"] as? Double) - change) < start * 1e-10)
            #expect(abs(try #require(entry["change_percent"] as? Double) - percent) < 1e-8)
        } else {
            #expect(entry["change"] is NSNull && entry["change_percent"] is NSNull)
        }
        #expect(data["unavailable"] as? [String] == [])
    }

    @Test("without symbols it is every currency with a rate at both ends")
    func all() async throws {
        // Quoted on both days: all of 2026-10-30 but those that came after 1999-01-04.
        let rates = try #require(try await data("from=1999-01-04&to=2026-10-30")["rates"] as? [String: Any])
        #expect(
            rates.keys.sorted() == [
                "AUD", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ISK", "JPY", "NOK", "NZD", "PLN", "SEK",
                "SGD", "USD", "ZAR",
            ])
    }

    @Test("what lacks a rate at either end is named, and breaks say why")
    func breaks() async throws {
        let answer = try await ask(
            ECBFile.memory, "\(path)?from=2004-12-01&to=2005-02-01&base=EUR&symbols=TRL,TRY,USD")
        let data = try answer.member("data")
        #expect(data["unavailable"] as? [String] == ["TRL", "TRY"])
        #expect((data["rates"] as? [String: Any])?.keys.sorted() == ["USD"])
        #expect(
            try answer.breaks == [
                "redenomination TRL 2004-12-31 2005-01-03 TRY 1000000",
                "redenomination TRY 2004-12-31 2005-01-03 TRL 1000000",
            ])
        let iceland = try await ask(
            ECBFile.memory, "\(path)?from=2008-12-01&to=2018-03-01&base=EUR&symbols=ISK,USD")
        #expect(try iceland.breaks == ["gap ISK 2008-12-09 2018-02-01 - -"])
    }

    // The kuna was quoted up to 2022-12-30, the new lira from 2005-01-03 on.
    @Test(
        "a base that is not quoted at either end is named, with the day that it began or ended",
        arguments: [
            ("from=2022-12-01&to=2023-02-01&base=HRK", "HRK", "2022-12-30"),
            ("from=2004-12-01&to=2005-02-01&base=TRY", "TRY", "2005-01-03"),
        ])
    func baseOfOtherDays(query: String, base: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == 404, "\(answer.text)")
        #expect(try answer.message.contains(named) && answer.message.contains(base), "\(answer.text)")
        #expect(try answer.detail("parameter") == "base")
        #expect(try answer.detail("provided") == base)
    }

    @Test("without symbols a break of the base is shown, even where no currency has a rate at both ends")
    func breaksOfBase() async throws {
        let krona = try await ask(ECBFile.memory, "\(path)?from=2008-12-01&to=2018-03-01&base=ISK")
        #expect(try krona.breaks.contains("gap ISK 2008-12-09 2018-02-01 - -"), "\(krona.text)")
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-08-03", ["USD": "1.25"]))
        _ = try book.take(ecbSheet("2026-10-30", ["JPY": "150"]))
        let euro = try await ask(SeriesMemory(book), "\(path)?from=2026-08-03&to=2026-10-30&base=EUR")
        #expect(try euro.breaks == ["gap EUR 2026-08-03 2026-10-30 - -"], "\(euro.text)")
    }

    @Test("days that nothing is held of are named by their parameter")
    func daysWithoutSheets() async throws {
        let early = try await ask(ECBFile.memory, "\(path)?from=1998-01-01&to=2026-10-01")
        #expect(try early.detail("parameter") == "from")
        #expect(try early.detail("provided") == "1998-01-01")
        var book = RateBook()
        for date in ["2026-08-03", "2026-10-30"] { _ = try book.take(ecbSheet(date, ["KRW": "1500", "USD": "1.25"])) }
        let between = try await ask(SeriesMemory(book), "\(path)?from=2026-08-03&to=2026-10-01")
        #expect(between.status == 404, "\(between.text)")
        #expect(try between.detail("parameter") == "to")
        #expect(try between.detail("provided") == "2026-10-01")
    }

    @Test("one day has no change; a last day after the newest one is the newest")
    func edges() async throws {
        let one = try await ask(ECBFile.memory, "\(path)?from=2026-10-30&to=2026-10-30&symbols=USD")
        #expect(one.text.contains(#""change":null,"change_percent":null"#), "\(one.text)")
        let late = try await ask(ECBFile.memory, "\(path)?from=2026-10-30&to=2026-11-01&symbols=USD")
        #expect(late.text.contains(#""end_date":"2026-10-30""#), "\(late.text)")
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("", 400, "MISSING_PARAMETER", "'from'"), ("from=2026-10-01", 400, "MISSING_PARAMETER", "'to'"),
            ("from=2026-10-02&to=2026-10-01", 400, "INVALID_PARAMETER", "'from'"),
            ("from=2026-10-02&to=2010-31-01", 400, "INVALID_DATE", "'to'"),
            ("from=1998-01-01&to=2026-10-01", 404, "NOT_FOUND", "1998-01-01"),
            ("from=2026-10-31&to=2026-11-01", 404, "NOT_FOUND", "2026-10-30"),
            ("from=2026-10-01&to=2026-10-02&base=VND", 404, "NOT_FOUND", "VND"),
            ("from=2026-10-01&to=2026-10-02&symbols=US", 400, "INVALID_CURRENCY_CODE", "'US'"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.code == code)
        #expect(try answer.message.contains(named), "\(answer.text)")
    }
}
