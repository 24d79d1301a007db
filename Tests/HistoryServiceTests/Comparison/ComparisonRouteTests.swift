import Foundation
import HTTPTypes
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/compare")
struct ComparisonRouteTests {
    private let path = "/api/v1/history/compare"

    @Test("currencies come in the order asked, twice, and each two of them once")
    func shape() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?targets=USD,JPY,EUR,USD&period=1y")
        let data = try answer.member("data")
        let currencies = try #require(data["currencies"] as? [[String: Any]])
        #expect(currencies.map { $0["currency"] as? String } == ["USD", "JPY", "EUR"])
        #expect(currencies.first?["current_rate"] as? Double == 1335.266738)
        #expect(NSArray(array: currencies).isEqual(to: try #require(data["comparison"] as? [[String: Any]])))
        let matrix = try #require(data["correlation_matrix"] as? [String: Any])
        #expect(matrix.keys.sorted() == ["JPY_EUR", "USD_EUR", "USD_JPY"])
        #expect(data["period"] as? String == "1y")
        #expect(data["as_of"] as? String == "2026-10-30")
    }

    @Test("one that ended before the window has no figures and no place, and says so")
    func ended() async throws {
        let data = try await ask(ECBFile.memory, "\(path)?targets=RUB,USD&period=1y").member("data")
        let currencies = try #require(data["currencies"] as? [[String: Any]])
        let ruble = try #require(currencies.first)
        for name in [
            "current_rate", "period_change_percent", "volatility", "performance_rank", "sharpe_ratio",
            "first_observed_on", "observed_on",
        ] {
            #expect(ruble[name] is NSNull, "\(name)")
        }
        #expect((ruble["breaks"] as? [[String: Any]])?.first?["kind"] as? String == "ended")
        #expect(currencies.last?["performance_rank"] as? Int == 1)
        #expect((data["correlation_matrix"] as? [String: Any])?["RUB_USD"] is NSNull)
        #expect((data["portfolio_analysis"] as? [String: Any])?["worst_performer"] as? String == "USD")
    }

    @Test(
        "what is wrong is refused, with its code and its name",
        arguments: [
            ("", 400, "MISSING_PARAMETER", "'targets'"), ("targets=", 400, "", "'targets'"),
            ("targets=USD", 400, "INVALID_PARAMETER", "'targets'"),
            ("targets=USD,USD", 400, "INVALID_PARAMETER", "'targets' is 'USD,USD'"),
            ("targets=USD,,JPY", 400, "INVALID_CURRENCY_CODE", "'targets'"),
            ("targets=USD,XYZ", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("targets=USD,JPY,EUR,GBP,CNY,AUD,CAD,CHF,THB,SGD,HKD", 400, "INVALID_PARAMETER", "SGD,HKD"),
            ("targets=USD,KRW", 400, "INVALID_PARAMETER", "'targets'"),
            ("targets=USD,JPY&base=jpy", 400, "INVALID_PARAMETER", "'targets'"),
            ("targets=USD,JPY&period=7d", 400, "INVALID_PERIOD", "'7d'"),
            ("targets=USD,JPY&limit=1", 400, "INVALID_PARAMETER", "'limit'"),
            ("targets=USD,VND", 404, "NOT_FOUND", "VND"), ("targets=USD,JPY&base=VND", 404, "NOT_FOUND", "VND"),
            ("targets=USD,JPY&from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try code.isEmpty || answer.code == code, "\(answer.text)")
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("a known answer is not sent twice, and is as fresh as the least fresh of its pairs")
    func caching() async throws {
        let first = try await ask(ECBFile.memory, "\(path)?targets=USD,JPY")
        let tag = try #require(first.headers["etag"])
        let second = try await ask(ECBFile.memory, "\(path)?targets=USD,JPY", headers: [.ifNoneMatch: tag])
        #expect(second.status == 304)

        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.1"]))
        _ = try book.take(bokSheet("2026-10-30", ["SGD": ("1000", 1)]))
        let early = ECBFile.recordedAt
        let known = book.version(of: [.usd, .eur], in: .krw, at: early)
        #expect(known != nil)
        #expect(known == book.version(of: .usd, in: .krw, at: early))
        let mixed = try book.version(of: [.usd, code("SGD")], in: .krw, at: early)
        #expect(mixed != nil)
        #expect(mixed?.freshUntil == nil)
        #expect(try book.version(of: [.usd, code("VND")], in: .krw, at: early) == nil)
    }
}
