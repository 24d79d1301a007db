import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

// What is expected: pandas, Oracles/history/points_oracle.py.
@Suite("Points of weeks and months, and filled days", .timeLimit(.minutes(2)))
struct PointReaderTests {
    private let path = "/api/v1/history"

    private func results(_ query: String) async throws -> [[String: Any]] {
        let answer = try await ask(ECBFile.memory, "\(path)?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.results
    }

    private func sum(_ points: [[String: Any]], _ name: String) -> Double {
        points.reduce(0) { $0 + ($1[name] as? Double ?? .nan) }
    }

    private func text(_ point: [String: Any]) -> String {
        point.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
    }

    private func check(_ points: [[String: Any]], _ expected: [PointOracle.Point]) throws {
        let three = try [#require(points.first), points[points.count / 2], #require(points.last)]
        for (point, expected) in zip(three, expected) {
            #expect(point["date"] as? String == expected.date)
            #expect(point["volume"] as? Int == expected.volume)
            #expect(point["partial"] as? Bool == expected.partial)
            #expect(point["rate"] as? Double == point["close"] as? Double ?? point["rate"] as? Double)
            let rate = try #require(expected.rate)
            #expect(isClose(point["rate"] as? Double, rate, within: 1e-9))
            // A change is the small difference of two rates, and pandas' is rounded to binary64 before.
            #expect(isNear(point["change"], expected.change, rate * 1e-11))
            #expect(isNear(point["change_percent"], expected.percent, 1e-9))
        }
    }

    private func isNear(_ value: Any?, _ expected: Double?, _ tolerance: Double) -> Bool {
        guard let expected else { return value is NSNull }
        guard let value = value as? Double else { return false }
        return abs(value - expected) <= max(tolerance, abs(expected) * 1e-9)
    }

    @Test(
        "weeks from Monday and months have the open, high, low and close of their days",
        arguments: PointOracle.cases("bars"))
    func bars(oracle: PointOracle) async throws {
        let fields = oracle.fields
        let points = try await results(
            "target=\(fields[2])&base=\(fields[3])&from=\(fields[4])&to=\(fields[5])&interval=\(fields[1])&precision=12"
        )
        #expect(points.count == Int(fields[6]))
        for (place, name) in ["open", "high", "low", "close"].enumerated() {
            #expect(isClose(sum(points, name), oracle.number(7 + place), within: 1e-9), "\(name)")
        }
        #expect(Int(sum(points, "volume")) == Int(fields[11]))
        try check(points, oracle.threePoints)
    }

    @Test(
        "days between observations have the last rate or that of the straight line",
        arguments: PointOracle.cases("fill"))
    func fill(oracle: PointOracle) async throws {
        let fields = oracle.fields
        let points = try await results(
            "target=\(fields[2])&base=\(fields[3])&from=\(fields[4])&to=\(fields[5])&fill=\(fields[1])&precision=12")
        #expect(points.count == Int(fields[6]))
        #expect(isClose(sum(points, "rate"), oracle.number(7), within: 1e-9))
        #expect(points.count { $0["filled"] as? Bool == true } == Int(fields[8]))
        #expect(points.allSatisfy { ($0["filled"] as? Bool == true) == ($0["volume"] as? Int == 0) })
        try check(points, oracle.threePoints)
    }

    // By hand: 100, then 100.5 after three days; a third of 0.5 is 0.1666…, and 100.1666… is 0.1666… percent above 100.
    @Test("the straight line is exact to the last digit, and statistics know nothing of it")
    func exactLine() async throws {
        var book = RateBook()
        _ = try book.take(ecbSheet("2026-10-23", ["KRW": "100"]))
        _ = try book.take(ecbSheet("2026-10-26", ["KRW": "100.5"]))
        let answer = try await ask(
            SeriesMemory(book), "\(path)?target=EUR&period=max&fill=linear&precision=12&numbers=string")
        #expect(
            answer.text.contains(
                """
                "results":[{"date":"2026-10-23","rate":"100","change":"0","change_percent":"0","volume":1},\
                {"date":"2026-10-24","rate":"100.166666667","change":"0.166666666667",\
                "change_percent":"0.166666666667","volume":0,"filled":true},\
                {"date":"2026-10-25","rate":"100.333333333","change":"0.166666666667",\
                "change_percent":"0.166389351082","volume":0,"filled":true},\
                {"date":"2026-10-26","rate":"100.5","change":"0.166666666667","change_percent":"0.166112956811",\
                "volume":1}]
                """), "\(answer.text)")
        #expect(answer.text.contains(#""statistics":{"average":"100.25","min":"100","max":"100.5""#))
        #expect(answer.text.contains(#""trend":"insufficient_data""#))
    }

    @Test("the line between figures of 18 digits is exact as well")
    func longFigures() throws {
        // (1/3 × 10^17 digits): Python's fractions.
        let one = ExactCross(
            target: Figure(coefficient: 333_333_333_333_333_331, exponent: -17, unit: 1, direction: .perPivot),
            base: Figure(coefficient: 999_999_999_999_999_989, exponent: -15, unit: 1, direction: .perPivot))
        let two = ExactCross(
            target: Figure(coefficient: 333_333_333_333_333_323, exponent: -17, unit: 1, direction: .perPivot),
            base: Figure(coefficient: 999_999_999_999_999_967, exponent: -15, unit: 1, direction: .perPivot))
        let line = InterpolatedCross(earlier: one, later: two, part: 2, whole: 7)
        #expect(try line.rate(significantDigits: 20).description == Self.longFiguresRate)
        #expect(try line.change(since: one, significantDigits: 6).description == Self.longFiguresChange)
    }

    // Fraction(999999999999999989, 10**15) / Fraction(333333333333333331, 10**17) and so on; see above.
    private static let longFiguresRate = "299.99999999999999897"
    private static let longFiguresChange = "0.000000000000000171429"

    // The weeks of 1999-01-04 to 2026-10-30, a Friday: the newest one ends after it.
    @Test(
        "a whole week has the change it has among all of them, whatever the day before the window",
        arguments: ["weekly", "monthly"])
    func wholeStretches(interval: String) async throws {
        let all = try await results("target=USD&period=max&interval=\(interval)")
        for window in ["period=1y", "from=2026-08-03&to=2026-10-04", "from=2026-07-30&to=2026-10-07"] {
            let some = try await results("target=USD&\(window)&interval=\(interval)")
            #expect(some.contains { $0["partial"] as? Bool == true } || window.contains("2026-08-03"))
            for point in some where point["partial"] as? Bool == false {
                let same = try #require(all.first { $0["date"] as? String == point["date"] as? String })
                #expect(text(point) == text(same))
            }
            // The first one, whole or not, is against the same close.
            let first = try #require(some.first)
            let place = try #require(all.firstIndex { $0["date"] as? String == first["date"] as? String })
            let before = try #require(all[place - 1]["close"] as? Double)
            let change = try #require(first["change"] as? Double)
            #expect(isClose(change, try #require(first["close"] as? Double) - before, within: 1e-6))
        }
        #expect(all.filter { $0["partial"] as? Bool == true }.count == 1)
        #expect(all.last?["partial"] as? Bool == true)
    }

    // ISK is quoted again from 2018-02-01 on, a Thursday; the window begins in the second week.
    @Test("where the first month has no change because of a gap before it, the gap is named")
    func gapBeforeFirstMonth() async throws {
        let window = "/api/v1/history?target=ISK&base=EUR&from=2018-02-05&to=2018-03-30"
        let months = try await ask(ECBFile.memory, "\(window)&interval=monthly")
        #expect(try months.results.first?["change"] is NSNull)
        #expect(try months.breaks == ["gap ISK 2008-12-09 2018-02-01 - -"])
        let weeks = try await ask(ECBFile.memory, "\(window)&interval=weekly")
        #expect(try weeks.results.first?["change"] is Double)
        #expect(try weeks.breaks.isEmpty)
    }

    @Test(
        "a window without observations has no points at any interval",
        arguments: ["daily", "weekly", "monthly"])
    func empty(interval: String) async throws {
        let points = try await results("target=ISK&from=2010-01-01&to=2010-12-31&interval=\(interval)")
        #expect(points.isEmpty)
    }
}
