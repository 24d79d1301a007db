import SharedDomain
import Testing

@testable import RankingService

struct ChartTests {
    private func chart(_ current: String, before previous: String = "") throws -> Chart {
        let today = Day(number: 0)
        return Chart(
            window: today...today, startingAt: Ranking.noon, current: try tallies(current),
            previous: try tallies(previous), minimumUsers: 1)
    }

    @Test("a place is compared with the one before")
    func changes() throws {
        // Before: 1 JP, 2 US, 3 FR, 4 IT. Now: 1 US, 2 KR, 3 FR, 4 JP.
        let chart = try chart("US 9, KR 8, FR 7, JP 6", before: "JP 4, US 3, FR 2, IT 1")
        let summary = chart.entries.map { entry in
            "\(entry.country) \(entry.change.rawValue) \(entry.changeValue) \(entry.previousRank.map(String.init) ?? "-")"
        }
        #expect(summary == ["US UP 1 2", "KR NEW 0 -", "FR SAME 0 3", "JP DOWN 3 1"])
    }

    @Test(
        "a percentage is the part of all selections, half up to two digits",
        arguments: [
            // score, all, percent by Python's decimal with ROUND_HALF_UP
            (1, 3, 33.33), (2, 3, 66.67), (1, 32, 3.13), (1, 1, 100), (1, 8, 12.5), (1, 20_001, 0),
            (1, 20_000, 0.01), (199_999, 200_000, 100),
        ])
    func percentages(score: Int, total: Int, expected: Double) throws {
        let place = Standings.Place(rank: 1, country: try country("JP"), score: score)
        #expect(ChartEntry(place, of: total, previousRank: nil).percentage == expected)
    }

    @Test("countries outside the chart are part of the total")
    func total() throws {
        let today = Day(number: 0)
        let current = try tallies("JP 3, US 1")
        let chart = Chart(
            window: today...today, startingAt: Ranking.noon, current: current, previous: [], minimumUsers: 2)
        #expect(chart.totalSelections == 4)
        #expect(chart.entries.map(\.percentage) == [75])
    }

    @Test("an empty chart last changed when its day began")
    func empty() throws {
        let chart = try chart("", before: "JP 1")
        #expect(chart.entries.isEmpty)
        #expect(chart.totalSelections == 0)
        #expect(chart.lastUpdated == Ranking.noon)
    }

    @Test("daily is today against yesterday, over the end of a year too")
    func windows() throws {
        let newYear = try day("2027-01-01")
        #expect(ChartPeriod.daily.window(on: newYear) == newYear...newYear)
        let eve = try day("2026-12-31")
        #expect(ChartPeriod.daily.previousWindow(on: newYear) == eve...eve)
    }
}
