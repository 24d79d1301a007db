import Foundation
import HTTPTypes
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/stats and /api/v1/history/{code}/analysis")
struct AnalysisRouteTests {
    private let path = "/api/v1/history/stats"

    // The notes on sources give the numbers: exact fractions and TA-Lib; the days are those of the ECB's file.
    @Test("the dollar in won at ten digits")
    func dollar() async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?target=USD&period=max")
        let data = try answer.member("data")
        #expect(answer.status == 200)
        #expect(data["currency_pair"] as? String == "USD/KRW")
        #expect(data["analysis_date"] as? String == "2026-10-30")
        #expect(data["current_rate"] as? Double == 1335.266738)
        let statistics = try #require(data["statistics"] as? [String: Any])
        #expect(statistics["period_min"] as? Double == 900.8029349)
        #expect(statistics["period_max"] as? Double == 1583.00254)
        let indicators = try #require(data["technical_indicators"] as? [String: Any])
        #expect(indicators["sma_20"] as? Double == 1334.687782)
        #expect(indicators["ema_12"] as? Double == 1333.717981)
        #expect(indicators["ema_26"] as? Double == 1340.620188)
        #expect(indicators["macd"] as? Double == -6.90220638)
        #expect(indicators["macd_signal"] as? Double == -8.960585001)
        #expect(indicators["macd_histogram"] as? Double == 2.058378621)
        #expect(indicators["bollinger_upper"] as? Double == 1348.597668)
        #expect(indicators["bollinger_lower"] as? Double == 1320.777895)
        #expect(indicators["warm_up_observations"] as? Int == 0)
        let months = try #require(data["monthly_breakdown"] as? [[String: Any]])
        #expect(months.count == 334)
        #expect(months.first?["month"] as? String == "1999-01")
        #expect(months.last?["month"] as? String == "2026-10")
    }

    @Test("both paths give one answer, and six months where no window is named")
    func samePaths() async throws {
        let texts = try await [
            "\(path)?target=JPY&base=EUR", "\(path)?target=JPY&base=EUR&period=6m",
            "/api/v1/history/JPY/analysis?base=EUR", "/api/v1/history/jpy/analysis?base=eur&period=6m",
        ].asyncMap { try await ask(ECBFile.memory, $0).text }
        #expect(texts[0].contains(#""period":"6m""#))
        #expect(Set(texts).count == 1)
    }

    @Test("a window without an observation has nothing to say, and says since when")
    func empty() async throws {
        let data = try await ask(ECBFile.memory, "\(path)?target=RUB&period=1y").member("data")
        #expect(data["current_rate"] is NSNull)
        #expect(data["observed_on"] is NSNull)
        let statistics = try #require(data["statistics"] as? [String: Any])
        for (name, value) in statistics where name != "trend_direction" { #expect(value is NSNull, "\(name)") }
        let indicators = try #require(data["technical_indicators"] as? [String: Any])
        for (name, value) in indicators where name != "warm_up_observations" { #expect(value is NSNull, "\(name)") }
        let breaks = try #require(data["breaks"] as? [[String: Any]])
        #expect(breaks.contains { $0["kind"] as? String == "ended" && $0["currency"] as? String == "RUB" })
    }

    @Test("a window over a gap names it")
    func gap() async throws {
        let data = try await ask(ECBFile.memory, "\(path)?target=ISK&period=max").member("data")
        let breaks = try #require(data["breaks"] as? [[String: Any]])
        let gap = try #require(breaks.first { $0["kind"] as? String == "gap" })
        #expect(gap["last_before"] as? String == "2008-12-09")
        #expect(gap["first_after"] as? String == "2018-02-01")
    }

    // By hand: 1 was corrected to 2 a second later.
    @Test("as of a moment before a correction it knows nothing of that")
    func asOf() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1"]))
        _ = try book.take(ecbSheet("2026-10-30", ["KRW": "1500", "USD": "2"], recordedAfter: 1000))
        let memory = SeriesMemory(book)
        let time = HandMovedTime(at: ECBFile.recordedAt.advanced(by: .seconds(60)))
        func rate(_ query: String) async throws -> Double? {
            try await ask(memory, "\(path)?target=USD\(query)", at: time).member("data")["current_rate"] as? Double
        }
        let before = try await rate("&as_of=\(ECBFile.recordedAt)")
        let after = try await rate("&as_of=\(ECBFile.recordedAt.advanced(by: .seconds(1)))")
        let now = try await rate("")
        #expect(before == 1500)
        #expect(after == 750)
        #expect(now == 750)
    }

    @Test(
        "what is wrong is refused, with its code and its name",
        arguments: [
            ("", 400, "MISSING_PARAMETER", "'target'"), ("target=", 400, "INVALID_CURRENCY_CODE", "'target'"),
            ("target=XYZ", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("target=USD&period=4d", 400, "INVALID_PERIOD", "'4d'"),
            ("target=USD&period=", 400, "INVALID_PERIOD", "'period'"),
            ("target=USD&from=2010-31-01", 400, "INVALID_DATE", "'2010-31-01'"),
            ("target=USD&period=1y&from=2026-01-01", 400, "INVALID_PARAMETER", "'period'"),
            ("target=USD&to=2026-01-01", 400, "MISSING_PARAMETER", "'from'"),
            ("target=USD&base=USD", 400, "INVALID_PARAMETER", "'target' and 'base'"),
            ("target=USD&as_of=yesterday", 400, "INVALID_DATE", "'as_of'"),
            ("target=USD&as_of=9999-01-01T00:00:00Z", 400, "", "'as_of'"),
            ("target=USD&precision=13", 400, "INVALID_PARAMETER", "'precision'"),
            ("target=USD&window=6m", 400, "INVALID_PARAMETER", "'window'"),
            ("target=VND", 404, "NOT_FOUND", "VND"),
            ("target=USD&from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try code.isEmpty || answer.code == code, "\(answer.text)")
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("with nothing held the answer is 503, and a known answer is not sent twice")
    func caching() async throws {
        let empty = try await ask(SeriesMemory(), "\(path)?target=USD")
        #expect(empty.status == 503)
        let first = try await ask(ECBFile.memory, "\(path)?target=USD")
        let tag = try #require(first.headers["etag"])
        let second = try await ask(ECBFile.memory, "\(path)?target=USD", headers: [.ifNoneMatch: tag])
        #expect(second.status == 304)
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
