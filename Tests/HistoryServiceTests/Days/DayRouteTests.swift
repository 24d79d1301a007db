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

    @Test("a sheet is served for fourteen days, then there is nothing to say")
    func lookBack() async throws {
        let time = HandMovedTime()
        time.advance(by: .seconds(20 * 86_400))
        #expect(try await data("2026-11-13", at: time)["age_days"] as? Int == 14)
        let answer = try await ask(ECBFile.memory, "\(path)/2026-11-14", at: time)
        #expect(answer.status == 404)
        #expect(try answer.message.contains("2026-11-14"))
    }

    @Test(
        "what is wrong is refused by name",
        arguments: [
            ("2026-11-01", 400, "INVALID_DATE", "2026-10-31"), ("9998-12-31", 400, "INVALID_DATE", "'date'"),
            ("2010-31-01", 400, "INVALID_DATE", "'2010-31-01'"), ("0000-00-00", 400, "INVALID_DATE", "'date'"),
            ("2026-02-30", 400, "INVALID_DATE", "'date'"), ("today", 400, "INVALID_DATE", "'today'"),
            ("1998-12-31", 404, "NOT_FOUND", "1998-12-31"), ("1999-01-03", 404, "NOT_FOUND", "1999-01-03"),
            ("2026-10-30?symbols=", 400, "INVALID_CURRENCY_CODE", "'symbols'"),
            ("2026-10-30?symbols=USD,XYZ", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("2026-10-30?base=VND", 404, "NOT_FOUND", "VND"),
            ("2026-10-30?precision=3", 400, "INVALID_PARAMETER", "'precision'"),
            ("2026-10-30?as_of=2030-01-01T00:00:00Z", 400, "INVALID_PARAMETER", "'as_of'"),
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
