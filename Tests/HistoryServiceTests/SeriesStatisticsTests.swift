import SharedDomain
import Testing

@testable import HistoryService

@Suite("Statistics of a window")
struct SeriesStatisticsTests {
    private let reader = SeriesReader(memory: ECBFile.memory)

    // The ECB's file, by awk.
    @Test("the dollar in won: its last, its lowest and its highest rate")
    func dollar() throws {
        let (answer, statistics) = try reader.analysis(question("USD", "max"))
        let lowest = try #require(statistics.placeOfMinimum)
        let highest = try #require(statistics.placeOfMaximum)
        #expect(answer.series.count == 7126)
        #expect(answer.series.rates.last == 1335.266738274257)
        #expect(answer.series.rates[lowest] == 900.8029348653699)
        #expect(text(answer.series.days[lowest]) == "2007-10-31")
        #expect(answer.series.rates[highest] == 1583.0025404890441)
        #expect(text(answer.series.days[highest]) == "2009-03-02")
    }

    // By hand, from the definition.
    @Test("slopes of 0.02 % of the mean a day are still stable, more is not")
    func trendBounds() {
        let days: [Int32] = [0, 1, 2, 3, 4]
        func direction(_ step: Double) -> Trend.Direction {
            Trend(days: days, rates: days.map { 100 + step * (Double($0) - 2) }).direction
        }
        #expect(direction(0.0199) == .stable)
        #expect(direction(-0.0199) == .stable)
        #expect(direction(0.0201) == .upward)
        #expect(direction(-0.0201) == .downward)
        #expect(direction(0) == .stable)
    }

    // By hand: 100, 101, and then over a weekend 104: three calendar days count as three.
    @Test("the slope is for a calendar day, so a weekend does not steepen it")
    func calendarDays() {
        let trend = Trend(days: [10, 11, 14, 15, 16], rates: [100, 101, 104, 105, 106])
        #expect(isClose(trend.slopePercentPerDay, 100 / 103.2, within: 1e-12))
    }

    @Test("two series are compared on the days that both have")
    func commonDays() throws {
        var book = RateBook()
        let prices = [
            ("2026-10-26", "1", "10"), ("2026-10-27", "1.1", nil), ("2026-10-28", "1.25", "8"),
            ("2026-10-29", "1", "10"), ("2026-10-30", "1.25", "8"),
        ]
        for (date, dollar, krona) in prices {
            var quotes = ["KRW": "1500", "USD": dollar]
            quotes["SEK"] = krona
            _ = try book.take(ecbSheet(date, quotes))
        }
        let held = try #require(book.sources[.ecb])
        let won = try #require(held.legs[.krw])
        let window = try day("2026-10-26").number...day("2026-10-30").number
        let kronor = CrossSeries(of: try #require(held.legs[code("SEK")]), in: won, days: window)
        let dollars = CrossSeries(of: try #require(held.legs[.usd]), in: won, days: window)
        // By hand: over the days in common kronor did +25, −20, +25 %, dollars −20, +25, −20 %.
        #expect(isClose(kronor.correlation(with: dollars), -1))
        #expect(isClose(dollars.correlation(with: kronor), -1))
    }

    private func text(_ number: Int32) -> String { Day(number: number).description }
}

/// Whether both are nil, or the relative difference is no more than that.
func isClose(_ value: Double?, _ expected: Double?, within tolerance: Double = 1e-13) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= tolerance * max(abs(expected), tolerance)
}
