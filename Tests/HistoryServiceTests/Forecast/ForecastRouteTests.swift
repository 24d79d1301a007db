import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/forecast/{code}", .timeLimit(.minutes(1)))
struct ForecastRouteTests {
    private let path = "/api/v1/history/forecast"

    @Test("a week is forecast unless another number of days is asked for")
    func week() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/USD")
        let data = try answer.member("data")
        let forecast = try #require(data["forecast"] as? [[String: Any]])
        // The week after Friday 2026-10-30, of the ECB's calendar.
        #expect(
            forecast.compactMap { $0["date"] as? String } == [
                "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06", "2026-11-09", "2026-11-10",
            ])
        #expect(data["last_rate"] as? Double == 1335.266738)
        let oracle = try #require(ForecastOracle.cases.first)
        let row = try #require(oracle.points?.first)
        #expect(isClose(forecast.first?["rate"] as? Double, row[0], within: 1e-9))
        #expect(isClose(forecast.first?["low_80"] as? Double, row[1], within: 1e-9))
        #expect(isClose(forecast.first?["high_95"] as? Double, row[4], within: 1e-9))
        let backtest = try #require(data["backtest"] as? [String: Any])
        #expect(backtest["beats_no_change"] as? Bool == false)
        #expect((backtest["verdict"] as? String)?.hasPrefix("It does not beat \"no change\"") == true)
    }

    @Test("where the method is better that is said too")
    func better() async throws {
        let data = try await ask(ECBFile.memory, "\(path)/TRY?base=USD").member("data")
        let backtest = try #require(data["backtest"] as? [String: Any])
        #expect(backtest["beats_no_change"] as? Bool == true)
        #expect((backtest["verdict"] as? String)?.hasPrefix("It beat \"no change\"") == true)
    }

    // The ECB's file and calendar: 2026-12-25 is a Friday.
    @Test("holidays are left out, and thirty days are the most")
    func month() async throws {
        let data = try await ask(ECBFile.memory, "\(path)/jpy?days=30&precision=4").member("data")
        let dates = try #require(data["forecast"] as? [[String: Any]]).compactMap { $0["date"] as? String }
        #expect(dates.count == 30 && dates.last == "2026-12-11")
        let christmas = PublicationCalendar.ecb.publicationDays(after: try day("2026-12-23"), count: 3)
        #expect(christmas.map(\.description) == ["2026-12-24", "2026-12-28", "2026-12-29"])
    }

    @Test(
        "what is wrong is refused with the code of the contract, and named",
        arguments: [
            ("USD?days=0", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?days=31", 400, "INVALID_PARAMETER", "'31'"),
            ("USD?days=-1", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?days=1e1", 400, "INVALID_PARAMETER", "'1e1'"),
            ("USD?days=1000000000000000000000", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?days=7.0", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?days=", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?days=7&days=7", 400, "INVALID_PARAMETER", "'days'"),
            ("USD?period=1y", 400, "INVALID_PARAMETER", "'period'"),
            ("USD?base=usd", 400, "INVALID_PARAMETER", "'base'"),
            ("USD?base=", 400, "INVALID_CURRENCY_CODE", "'base'"),
            ("KRW", 400, "INVALID_PARAMETER", "'code'"),
            ("XYZ", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("U%20D", 400, "INVALID_CURRENCY_CODE", "'code'"),
            ("USD?as_of=yesterday", 400, "INVALID_DATE", "'as_of'"),
            ("USD?precision=13", 400, "INVALID_PARAMETER", "'precision'"),
            ("VND", 404, "NOT_FOUND", "VND"),
            ("USD?base=VND", 404, "NOT_FOUND", "VND"),
            // The last days of the kuna, the old leu, the lev and the rouble in the ECB's file.
            ("HRK", 404, "NOT_FOUND", "2022-12-30"),
            ("ROL", 404, "NOT_FOUND", "2005-06-30"),
            ("USD?base=RUB", 404, "NOT_FOUND", "2022-03-01"),
            ("BGN?base=EUR", 404, "NOT_FOUND", "no longer quoted"),
            // Never on one sheet: the old leu ended as the new one began.
            ("RON?base=ROL", 404, "NOT_FOUND", "both"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.code == code)
        #expect(try answer.message.contains(named), "\(answer.text)")
        #expect(answer.headers["cache-control"] == "no-store")
    }

    @Test("a past too short to measure an error in is refused, and says what is needed; one day more is enough")
    func short() async throws {
        let sheets = try ECBFile.sheets(from: "2024-10-01").suffix(WalkForward.fewestPoints)
        let refused = try await ask(memory(of: sheets.dropLast()), "\(path)/USD")
        #expect(refused.status == 404)
        #expect(try refused.message.contains("516") && refused.message.contains("515"), "\(refused.text)")
        let enough = try await ask(memory(of: Array(sheets)), "\(path)/USD")
        #expect(enough.status == 200, "\(enough.text)")
        #expect(enough.text.contains(#""origins":60,"#), "\(enough.text)")
    }

    // The won in kronor of Iceland, quoted again from 2018-02-01 on.
    @Test("what is before a gap of years is not looked back on")
    func gap() async throws {
        let memory = try memory(of: ECBFile.sheets(from: "2006-01-02", through: "2020-12-30"))
        let data = try await ask(memory, "\(path)/ISK?base=EUR").member("data")
        let backtest = try #require(data["backtest"] as? [String: Any])
        #expect(backtest["origins"] as? Int == 117)
        #expect(try #require(backtest["from"] as? String) > "2019-01-01")
    }

    @Test("with nothing held the answer is 503: not ready")
    func notReady() async throws {
        let answer = try await ask(SeriesMemory(), "\(path)/USD")
        #expect(answer.status == 503)
        #expect(try answer.code == "DATA_NOT_READY")
    }

    @Test("an answer is kept until the data changes, and a correction shows at once, but not as of before it")
    func caching() async throws {
        let first = try await ask(ECBFile.memory, "\(path)/USD?days=1")
        let again = try await ask(ECBFile.memory, "\(path)/USD?days=1")
        #expect(first.text == again.text && first.headers["etag"] == again.headers["etag"])
        #expect(first.headers["cache-control"] == "public, max-age=259200")
        var book = ECBFile.memory.current
        let corrected = try ecbSheet("2026-10-30", ["KRW": "1600", "USD": "1.1"], recordedAfter: 10)
        _ = try book.take(corrected)
        let other = try await ask(SeriesMemory(book), "\(path)/USD?days=1")
        #expect(other.status == 200 && other.text != first.text)
        #expect(other.headers["etag"] != first.headers["etag"])
        let before = try await ask(SeriesMemory(book), "\(path)/USD?days=1&as_of=2026-10-30T15:00:00Z")
        #expect(before.text == first.text)
    }

    private func memory(of sheets: [Sheet]) throws -> SeriesMemory {
        var book = RateBook()
        for sheet in sheets { _ = try book.take(sheet) }
        return SeriesMemory(book)
    }
}
