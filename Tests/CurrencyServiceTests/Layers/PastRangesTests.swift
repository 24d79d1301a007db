import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("What history is asked for past days")
struct PastRangesTests {
    private func texts(_ dates: String...) throws -> [String] {
        try PastDays.ranges(of: Set(dates.map(day))).map { "\($0.lowerBound)…\($0.upperBound)" }
    }

    @Test("each day's two weeks, merged where they meet, the newest first")
    func merged() throws {
        #expect(try texts("2020-01-15") == ["2020-01-01…2020-01-15"])
        #expect(try texts("2020-01-15", "2020-01-30") == ["2020-01-01…2020-01-30"])
        #expect(try texts("2020-01-15", "2020-01-31") == ["2020-01-17…2020-01-31", "2020-01-01…2020-01-15"])
        #expect(try texts("1900-01-14") == ["1900-01-01…1900-01-14"])
    }

    @Test("at most 100 ranges of at most 366 days, which hold every day's two weeks", arguments: 1...20)
    func bounds(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let reach = [200, 2_000, 10_000][Int(seed) % 3]
        let days = Set(
            (0..<100).map { _ in Day(number: 15_000).adding(days: Int.random(in: 0...reach, using: &random)) })
        let ranges = PastDays.ranges(of: days)
        #expect(ranges.count <= 100)
        #expect(ranges.allSatisfy { $0.count <= 366 })
        #expect(
            days.allSatisfy { day in
                ranges.contains { $0.contains(day) && $0.contains(day.adding(days: -14)) }
            })
    }
}
