import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

/// The change over the whole of a window in the three answers that have one.
private struct Changes: Equatable {
    var statistics: Double?
    var comparison: Double?
    /// Nil also where there is no rate at one of the two ends.
    var fluctuation: Double?

    /// None in any of them.
    init() {}

    init(of target: String, _ window: String, in memory: SeriesMemory = ECBFile.memory) async throws {
        let analysis = try await ask(memory, "/api/v1/history/stats?target=\(target)&\(window)").member("data")
        statistics = (analysis["statistics"] as? [String: Any])?["total_change_percent"] as? Double
        let compared = try await ask(memory, "/api/v1/history/compare?targets=\(target),CHF&\(window)").member("data")
        let entry = try #require((compared["currencies"] as? [[String: Any]])?.first)
        comparison = entry["period_change_percent"] as? Double
        #expect((entry["performance_rank"] is NSNull) == (comparison == nil))
        let answer = try await ask(memory, "/api/v1/history/fluctuation?symbols=\(target)&\(window)")
        guard answer.status == 200 else { return }
        let rates = try answer.member("data")["rates"] as? [String: [String: Any]]
        fluctuation = rates?[target]?["change_percent"] as? Double
    }
}

// The days of observations: the ECB's file. Iceland's krona has none from 2008-12-10 to 2018-01-31; the new lira began
// on 2005-01-03, the kuna ended with 2022-12-30.
@Suite("The ends of a window", .timeLimit(.minutes(1)))
struct WindowEdgeTests {
    @Test(
        "no answer has a change over a window that the rates begin too late in, or end too early",
        arguments: [
            ("ISK", "from=2008-12-10&to=2018-02-01"), ("ISK", "from=2008-12-10&to=2018-03-30"),
            ("ISK", "from=2008-11-03&to=2012-06-01"), ("HRK", "from=2022-06-01&to=2023-06-01"),
            ("TRY", "from=2003-01-02&to=2005-02-01"), ("USD", "from=2005-03-01&to=2007-02-28&base=TRL"),
            ("ISK", "from=2018-02-01&to=2018-02-01"), ("JPY", "from=2026-10-24&to=2026-10-25"),
        ])
    func uncovered(target: String, window: String) async throws {
        let found = try await Changes(of: target, window)
        #expect(found == Changes())
    }

    @Test(
        "all three have the same one over a window that the rates cover",
        arguments: [
            ("ISK", "from=2018-02-01&to=2018-03-29"), ("ISK", "from=2008-11-03&to=2008-12-09"),
            ("HRK", "from=2022-06-01&to=2022-12-30"), ("TRY", "from=2005-01-03&to=2005-02-01"),
            ("USD", "from=2026-10-01&to=2026-10-30"), ("USD", "from=2026-10-01&to=2026-11-01"),
        ])
    func covered(target: String, window: String) async throws {
        let changes = try await Changes(of: target, window)
        #expect(changes.statistics != nil)
        #expect(changes.statistics == changes.comparison && changes.statistics == changes.fluctuation)
    }

    @Test("one that does not cover the window is neither the best nor the worst of those compared")
    func places() async throws {
        let data = try await ask(
            ECBFile.memory, "/api/v1/history/compare?targets=ISK,JPY,USD&from=2008-12-10&to=2018-02-01"
        ).member("data")
        let currencies = try #require(data["currencies"] as? [[String: Any]])
        #expect(currencies[0]["data_points"] as? Int == 1)
        #expect(currencies[0]["period_change_percent"] is NSNull && currencies[0]["performance_rank"] is NSNull)
        #expect(currencies.dropFirst().compactMap { $0["performance_rank"] as? Int }.sorted() == [1, 2])
        let portfolio = try #require(data["portfolio_analysis"] as? [String: Any])
        for name in ["best_performer", "worst_performer"] { #expect(portfolio[name] as? String != "ISK") }
    }

    // By hand: dollars from 2026-09-01 to 2026-09-02, the sheets of every 31 days before and after without them.
    @Test(
        "the first rate may be 31 days after the first day, and the last one as many before the last",
        arguments: [
            ("2026-08-01", "2026-09-02", true), ("2026-07-31", "2026-09-02", false),
            ("2026-09-01", "2026-10-03", true), ("2026-09-01", "2026-10-04", false),
            ("2026-08-01", "2026-10-03", true), ("2026-09-02", "2026-10-03", false),
        ])
    func silence(from: String, to: String, hasChange: Bool) async throws {
        let memory = try memory(until: "2026-10-30")
        let changes = try await Changes(of: "USD", "from=\(from)&to=\(to)", in: memory)
        #expect((changes.statistics != nil) == hasChange)
        #expect(changes.comparison == changes.statistics)
    }

    @Test("days after the newest one held are no part of the window")
    func newest() async throws {
        let memory = try memory(until: "2026-10-03")
        let found = try await Changes(of: "USD", "from=2026-09-01&to=2026-10-30", in: memory)
        #expect(found.statistics == -50)
        let later = try await Changes(of: "USD", "from=2026-09-01&to=2026-10-30", in: self.memory(until: "2026-10-30"))
        #expect(later.statistics == nil)
    }

    // 7.4220 kuna a euro on 2005-04-01 and 7.5365 on 2022-12-30: the ECB's file. In kuna, all there is ends with them.
    @Test("the longest period is all there is of a pair, and of those compared all there is of any of them")
    func longest() async throws {
        for target in ["HRK", "TRY", "BGN"] {
            let changes = try await Changes(of: target, "period=max&base=EUR")
            #expect(changes.statistics != nil && changes.comparison == nil, "\(target)")
        }
        let kuna = try await Changes(of: "HRK", "period=max&base=EUR&precision=6")
        #expect(kuna.statistics == -1.51927)
        let inKuna = try await Changes(of: "USD", "period=max&base=HRK")
        #expect(inKuna.comparison != nil && inKuna.comparison == inKuna.statistics)
    }

    /// Francs on all days, and dollars on two of them.
    private func memory(until newest: String) throws -> SeriesMemory {
        var book = RateBook()
        for date in ["2026-07-31", "2026-08-01", "2026-08-20", "2026-09-20", "2026-10-03", newest] {
            _ = try book.take(ecbSheet(date, ["KRW": "1500", "CHF": "1"]))
        }
        _ = try book.take(ecbSheet("2026-09-01", ["KRW": "1500", "CHF": "1", "USD": "1"]))
        _ = try book.take(ecbSheet("2026-09-02", ["KRW": "1500", "CHF": "1", "USD": "2"]))
        return SeriesMemory(book)
    }
}
