import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

@Suite("GET /api/v1/history/{code}/chart", .timeLimit(.minutes(1)))
struct ChartRouteTests {
    private func data(_ query: String) async throws -> [String: Any] {
        let answer = try await ask(ECBFile.memory, "/api/v1/history/\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.member("data")
    }

    private func results(_ data: [String: Any]) throws -> [[String: Any]] {
        try #require(data["results"] as? [[String: Any]])
    }

    // pandas over the ECB's file: groupby day, W-SUN or M; rolling(n).mean(); the exponential averages by their
    // definition, from the first observation on.
    @Test(
        "the bars and the averages of days, weeks and months, warmed up on what precedes the window",
        arguments: [
            (
                "USD/chart?period=1y&interval=daily", "2026-10-30",
                [
                    1335.266738, 1335.266738, 1335.266738, 1335.266738, 1334.687782, 1351.242438, 1333.717981,
                    1340.620188, 1,
                ]
            ),
            (
                "USD/chart?period=1y", "2025-10-30",
                [
                    1434.987013, 1434.987013, 1434.987013, 1434.987013, 1425.655276, 1406.299077, 1429.491825,
                    1421.346045, 1,
                ]
            ),
            (
                "USD/chart?period=1w&interval=weekly", "2026-10-26",
                [
                    1325.277083, 1340.474266, 1325.277083, 1335.266738, 1409.936397, 1451.723058, 1364.570233,
                    1403.760519, 5,
                ]
            ),
            (
                "USD/chart?period=3m&interval=weekly", "2026-09-28",
                [
                    1357.92758, 1361.267481, 1348.276169, 1348.276169, 1447.519205, 1460.631583, 1394.726772,
                    1429.237016, 5,
                ]
            ),
            (
                "JPY/chart?period=max&base=USD", "2010-05-01",
                [
                    0.01059463786, 0.01115949968, 0.0105364422, 0.01092789913, 0.01072742732, 0.009596294401,
                    0.01079927752, 0.01042701602, 21,
                ]
            ),
        ])
    func bars(query: String, date: String, expected: [Double]) async throws {
        let point = try #require(try results(try await data(query)).first { $0["date"] as? String == date })
        let names = ["open", "high", "low", "close", "sma_20", "sma_50", "ema_12", "ema_26", "volume"]
        for (name, value) in zip(names, expected) {
            #expect(isClose((point[name] as? NSNumber)?.doubleValue, value, within: 1e-9), "\(name): \(point)")
        }
    }

    @Test(
        "without an interval the length of the window says: two years of days, ten of weeks, beyond that months",
        arguments: [
            ("1w", "daily"), ("1y", "daily"), ("2y", "daily"), ("3y", "weekly"), ("10y", "weekly"), ("max", "monthly"),
        ])
    func intervals(period: String, interval: String) async throws {
        let data = try await data("USD/chart?period=\(period)")
        #expect(data["interval"] as? String == interval)
        let count = try results(data).count
        #expect(count == data["data_points"] as? Int && count < 540)
    }

    @Test("without more it is three months in won")
    func defaults() async throws {
        let plain = try await ask(ECBFile.memory, "/api/v1/history/usd/chart")
        let full = try await ask(
            ECBFile.memory, "/api/v1/history/USD/chart?period=3m&base=KRW&interval=daily&precision=10")
        #expect(plain.status == 200 && plain.text == full.text)
    }

    // ECB: no króna from 2008-12-10 to 2018-01-31.
    @Test("averages begin anew after a gap, which is named; the first days of all have none")
    func gap() async throws {
        let data = try await data("ISK/chart?from=2018-02-01&to=2018-04-30&interval=daily")
        let points = try results(data)
        #expect(points[18]["sma_20"] is NSNull && points[19]["sma_20"] is NSNumber)
        #expect(points[48]["sma_50"] is NSNull && points[49]["sma_50"] is NSNumber)
        #expect(points[10]["ema_12"] is NSNull && points[11]["ema_12"] is NSNumber)
        let breaks = try #require(try await self.data("ISK/chart?period=max")["breaks"] as? [[String: Any]])
        #expect(breaks.count == 1 && breaks[0]["kind"] as? String == "gap")
        #expect(breaks[0]["last_before"] as? String == "2008-12-09")
        let first = try results(try await self.data("USD/chart?from=1999-01-04&to=1999-02-05"))
        #expect(first[18]["sma_20"] is NSNull && first[19]["sma_20"] is NSNumber)
    }

    @Test("a window without observations has no points")
    func empty() async throws {
        let data = try await data("ISK/chart?from=2010-01-01&to=2010-12-31")
        #expect(try results(data).isEmpty && data["data_points"] as? Int == 0)
    }

    @Test("a week that the window begins in is of the days of the window")
    func partOfAWeek() async throws {
        // 2026-10-28 is a Wednesday.
        let points = try results(try await data("USD/chart?from=2026-10-28&interval=weekly"))
        #expect(points.count == 1 && points[0]["volume"] as? Int == 3)
        #expect(points[0]["date"] as? String == "2026-10-26" && points[0]["open"] as? Double == 1340.474266)
    }

    @Test(
        "what is wrong is refused with the code of the contract, and named",
        arguments: [
            ("USD/chart?interval=hourly", 400, "INVALID_PARAMETER", "'interval'"),
            ("USD/chart?width=800", 400, "INVALID_PARAMETER", "'width'"),
            ("USD/chart?precision=13", 400, "INVALID_PARAMETER", "'precision'"),
            ("USD/chart?period=1W", 400, "INVALID_PERIOD", "'1W'"),
            ("USD/chart?to=2026-10-30", 400, "MISSING_PARAMETER", "'from'"),
            ("USD/chart?from=2026-10-30&to=2026-11-02", 400, "INVALID_DATE", "'to'"),
            ("KRW/chart", 400, "INVALID_PARAMETER", "'base'"), ("XYZ/chart", 400, "INVALID_CURRENCY_CODE", "'XYZ'"),
            ("VND/chart", 404, "NOT_FOUND", "VND"), ("USD/chart?from=2026-10-31", 404, "NOT_FOUND", "2026-10-30"),
        ])
    func refused(query: String, status: Int, code: String, named: String) async throws {
        let answer = try await ask(ECBFile.memory, "/api/v1/history/\(query)")
        #expect(answer.status == status, "\(answer.text)")
        #expect(try answer.code == code)
        #expect(try answer.message.contains(named), "\(answer.text)")
    }

    @Test("as of a moment the points are as they were then")
    func asOf() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.25"], recordedAfter: 7_200_000)
            ])
            let time = HandMovedTime()
            time.advance(by: .seconds(86_400))
            let moment = ECBFile.recordedAt.advanced(by: .seconds(3600))
            let now = try await ask(bench.memory, "/api/v1/history/USD/chart", at: time)
            let then = try await ask(bench.memory, "/api/v1/history/USD/chart?as_of=\(moment)", at: time)
            #expect(now.text.contains(#""close":1200,"#), "\(now.text)")
            #expect(then.text.contains(#""close":1250,"#), "\(then.text)")
            #expect(now.headers["etag"] != then.headers["etag"] && now.headers["etag"] != nil)
        }
    }
}
