import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/on/{date}", .timeLimit(.minutes(1)))
struct DayRouteTests {
    private let path = "/api/v1/history/on"

    private func data(_ rest: String, at time: HandMovedTime = HandMovedTime()) async throws -> [String: Any] {
        let answer = try await ask(ECBFile.memory, "\(path)/\(rest)", at: time)
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    // pandas: Oracles/history/points_oracle.py. Every weekday without a sheet was a closing day of TARGET.
    @Test("any day of the past has the rates of the newest sheet", arguments: PointOracle.cases("day"))
    func past(oracle: PointOracle) async throws {
        let data = try await data(oracle.fields[1])
        #expect(data["requested_date"] as? String == oracle.fields[1])
        #expect(data["effective_date"] as? String == oracle.fields[2])
        #expect(data["reason"] as? String == oracle.fields[3])
        #expect((data["rates"] as? [String: Any])?.count == Int(oracle.fields[4]))
        #expect((data["evidence"] as? [String: Any])?.count == Int(oracle.fields[4]))
        let age = try day(oracle.fields[2]).distance(to: day(oracle.fields[1]))
        #expect(data["age_days"] as? Int == age)
    }

    // 2026-10-30 is a Friday; the ECB publishes at 16:00 in Frankfurt, 15:00 UTC in winter. The clock begins at 15:00 UTC.
    @Test(
        "a day that is not published yet says why",
        arguments: [
            ("2026-10-30", 0, "published"), ("2026-10-31", 0, "weekend"), ("2026-10-31", 86_400, "weekend"),
            ("2026-11-02", 2 * 86_400, "not_yet_published"), ("2026-11-02", 3 * 86_400 - 1, "not_yet_published"),
            ("2026-11-02", 3 * 86_400, "source_late"), ("2026-11-03", 3 * 86_400, "not_yet_published"),
            // A Sunday and Christmas Day after publication days that have no sheet.
            ("2026-11-08", 9 * 86_400, "source_late"), ("2026-12-25", 60 * 86_400, "source_late"),
        ])
    func reasons(date: String, seconds: Int, expected: String) async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(seconds))
        #expect(try await data(date, at: time)["reason"] as? String == expected)
    }

    @Test("when the hour of publication passes without a sheet, the entity tag changes with the reason")
    func tags() async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(2 * 86_400))
        let before = try await ask(ECBFile.memory, "\(path)/2026-11-02", at: time)
        #expect(before.headers["cache-control"] == "public, max-age=86400")
        time.advance(by: .seconds(86_400))
        let after = try await ask(ECBFile.memory, "\(path)/2026-11-02", at: time)
        #expect(after.headers["cache-control"] == "public, no-cache")
        #expect(before.headers["etag"] != nil && before.headers["etag"] != after.headers["etag"])
    }

    // 2026-11-07 is a Saturday: what holds on it is published on the Friday before at 15:00 UTC.
    @Test("what holds on the Saturday to come is not published before Friday's hour, and late after it")
    func saturdayToCome() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-11-05", ["KRW": "1500", "USD": "1.25"], recordedAfter: 6 * 86_400_000))
        let (memory, time) = (SeriesMemory(book), HandMovedTime())
        time.advance(by: .seconds(7 * 86_400 - 1))
        let before = try await ask(memory, "\(path)/2026-11-07", at: time)
        #expect(try before.member("data")["reason"] as? String == "not_yet_published")
        time.advance(by: .seconds(1))
        let after = try await ask(memory, "\(path)/2026-11-07", at: time)
        #expect(try after.member("data")["reason"] as? String == "source_late")
        #expect(before.headers["etag"] != nil && before.headers["etag"] != after.headers["etag"])
    }

    @Test("only the symbols asked for are given, in that order, and those without a rate are named")
    func symbols() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/2026-10-25?symbols=usd,HRK,EUR,krw&base=EUR&precision=6")
        // 1 ÷ 1.1193 and 1 ÷ 1482.46: the ECB's sheet of Friday, 2026-10-23.
        #expect(
            answer.text.contains(
                #""rates":{"USD":0.893416,"EUR":1,"KRW":0.000674554},"unavailable":["HRK"],"evidence":{"USD":"#),
            "\(answer.text)")
        let data = try answer.member("data")
        let evidence = try #require((data["evidence"] as? [String: [String: Any]])?["USD"])
        #expect(evidence["source"] as? String == "ecb")
        #expect(evidence["observed_on"] as? String == "2026-10-23")
        #expect(evidence["published_at"] as? String == "2026-10-23T14:00:00Z")
    }

    // By hand: 1335 won for a dollar and 1000 for a Singapore dollar on the Bank of Korea's sheet.
    @Test("each rate is of the day of its own source, and the newest of them is the effective one")
    func sources() async throws {
        var book = RateBook()
        _ = try book.take(bokSheet("2026-10-30", ["SGD": ("1000", 1)]))
        _ = try book.take(ecbSheet("2026-10-28", ["KRW": "1500", "USD": "1.25"]))
        let answer = try await ask(SeriesMemory(book), "\(path)/2026-10-30")
        let data = try answer.member("data")
        #expect(data["effective_date"] as? String == "2026-10-30")
        #expect(data["reason"] as? String == "published")
        let rates = try #require(data["rates"] as? [String: Double])
        #expect(rates == ["EUR": 1500, "SGD": 1000, "USD": 1200])
        let evidence = try #require(data["evidence"] as? [String: [String: String]])
        #expect(evidence["USD"]?["observed_on"] == "2026-10-28")
        #expect(evidence["SGD"]?["source"] == "bok")
    }

    @Test(
        "after the newest sheet that one is served, however old",
        arguments: [("2026-11-13", 14), ("2026-12-23", 54)])
    func afterNewest(date: String, age: Int) async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(60 * 86_400))
        let data = try await data(date, at: time)
        #expect(data["effective_date"] as? String == "2026-10-30")
        #expect(data["age_days"] as? Int == age)
        #expect(data["reason"] as? String == "source_late")
        #expect((data["rates"] as? [String: Any])?.isEmpty == false)
    }

    @Test("between two sheets the earlier one is served for fourteen days, then there is nothing to say")
    func lookBack() async throws {
        var book = RateBook()
        for date in ["2026-10-01", "2026-10-30"] { _ = try book.take(ecbSheet(date, ["KRW": "1500", "USD": "1.25"])) }
        let served = try await ask(SeriesMemory(book), "\(path)/2026-10-15").member("data")
        #expect(served["age_days"] as? Int == 14)
        let answer = try await ask(SeriesMemory(book), "\(path)/2026-10-16")
        #expect(answer.status == 404)
        #expect(try answer.message.contains("2026-10-16"))
        #expect(try answer.detail("parameter") == "date")
        #expect(try answer.detail("provided") == "2026-10-16")
        #expect(try answer.message.hasSuffix("those up to 2026-10-01, and again from 2026-10-30 on."))
        #expect(try answer.detail("expected") == "a day up to 2026-10-15, or from 2026-10-30 on")
        let early = try await ask(SeriesMemory(book), "\(path)/2026-09-30")
        #expect(try early.message == "No rates of 2026-09-30 are held: there are those from 2026-10-01 on.")
        #expect(try early.detail("expected") == "a day from 2026-10-01 on")
    }

    // The first and last days of each in the ECB's file.
    @Test(
        "a base that is not quoted on the day is named, with the days that it is",
        arguments: [
            ("2026-10-30", "HRK", ["up to 2022-12-30"]), ("2004-12-31", "TRY", ["from 2005-01-03"]),
            ("2008-12-15", "ISK", ["up to 2008-12-09", "from 2018-02-01"]),
        ])
    func baseOfOtherDays(date: String, base: String, named: [String]) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/\(date)?base=\(base)")
        #expect(answer.status == 404, "\(answer.text)")
        for text in named + [base, date] { #expect(try answer.message.contains(text), "\(answer.text)") }
        #expect(try answer.detail("parameter") == "base")
        #expect(try answer.detail("provided") == base)
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("2026-11-02", 400, "INVALID_DATE", "2026-11-01"), ("9998-12-31", 400, "INVALID_DATE", "'date'"),
            ("9999-12-31", 400, "INVALID_DATE", "a day up to 2026-11-01"),
            ("2010-31-01", 400, "INVALID_DATE", "'2010-31-01'"), ("0000-00-00", 400, "INVALID_DATE", "'date'"),
            ("2026-02-30", 400, "INVALID_DATE", "'date'"), ("today", 400, "INVALID_DATE", "'today'"),
            ("1998-12-31", 404, "NOT_FOUND", "1998-12-31"), ("1999-01-03", 404, "NOT_FOUND", "1999-01-03"),
            ("2026-10-30?symbols=", 400, "INVALID_CURRENCY_CODE", "'symbols'"),
            ("2026-10-30?symbols=USD,XYZ", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("2026-10-30?base=VND", 404, "NOT_FOUND", "VND"),
            ("2026-10-30?precision=3", 400, "INVALID_PARAMETER", "'precision'"),
            ("2026-10-30?as_of=2030-01-01T00:00:00Z", 400, "INVALID_DATE", "'as_of'"),
            ("2026-10-30?as_of=yesterday", 400, "INVALID_DATE", "'as_of'"),
        ])
    func refused(rest: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)/\(rest)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.code == code)
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("with nothing held it is not ready")
    func empty() async throws {
        let answer = try await ask(SeriesMemory(), "\(path)/2026-10-30")
        #expect(answer.status == 503)
    }
}
