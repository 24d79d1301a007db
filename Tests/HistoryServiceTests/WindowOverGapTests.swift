import Foundation
import SharedDomain
import SharedTesting
import Testing

@testable import HistoryService

// Iceland's krona was not quoted from 2008-12-10 to 2018-01-31: the ECB's file.
@Suite("A window over a gap", .timeLimit(.minutes(1)))
struct WindowOverGapTests {
    private static let window = "from=2008-12-01&to=2018-03-01&base=EUR"
    private static let gap = "gap ISK 2008-12-09 2018-02-01 - -"

    @Test("fluctuation has both rates and no change, and names the gap")
    func fluctuation() async throws {
        let path = "/api/v1/history/fluctuation?\(Self.window)&symbols="
        let answer = try await ask(ECBFile.memory, "\(path)ISK,USD")
        let rates = try #require(try answer.member("data")["rates"] as? [String: [String: Any]])
        #expect(rates["ISK"]?["start_rate"] is Double && rates["ISK"]?["end_rate"] is Double)
        #expect(rates["ISK"]?["change"] is NSNull && rates["ISK"]?["change_percent"] is NSNull)
        #expect(rates["USD"]?["change"] is Double && rates["USD"]?["change_percent"] is Double)
        #expect(try answer.breaks == [Self.gap])
        // In the krona every rate is of both sides.
        let inKrona = try await ask(ECBFile.memory, path.replacing("EUR", with: "ISK") + "USD")
        let others = try #require(try inKrona.member("data")["rates"] as? [String: [String: Any]])
        #expect(others["USD"]?["change"] is NSNull)
    }

    @Test("the statistics have no total change, and the trend is that of the days since")
    func statistics() async throws {
        let answer = try await ask(ECBFile.memory, "/api/v1/history/stats?target=ISK&\(Self.window)")
        let statistics = try #require(try answer.member("data")["statistics"] as? [String: Any])
        #expect(statistics["total_change"] is NSNull && statistics["total_change_percent"] is NSNull)
        #expect(statistics["period_average"] is Double && statistics["volatility"] is Double)
        #expect(try answer.breaks == [Self.gap])
        let series = try await ask(ECBFile.memory, "/api/v1/history?target=ISK&\(Self.window)")
        let since = try await ask(
            ECBFile.memory, "/api/v1/history?target=ISK&base=EUR&from=2018-02-01&to=2018-03-01")
        let slopes = try [answer, series, since].map { answer in
            let statistics = try answer.member("data")["statistics"] as? [String: Any]
            return try #require(statistics?["trend_slope_percent_per_day"] as? Double)
        }
        #expect(Set(slopes).count == 1)
    }

    @Test("a comparison has no change and no place of the one that has a gap")
    func comparison() async throws {
        let answer = try await ask(ECBFile.memory, "/api/v1/history/compare?targets=ISK,USD,JPY&\(Self.window)")
        let data = try answer.member("data")
        let currencies = try #require(data["currencies"] as? [[String: Any]])
        #expect(currencies[0]["period_change_percent"] is NSNull && currencies[0]["performance_rank"] is NSNull)
        #expect(currencies[0]["current_rate"] is Double && currencies[0]["volatility"] is Double)
        #expect((currencies[0]["breaks"] as? [[String: Any]])?.first?["kind"] as? String == "gap")
        let places = currencies.dropFirst().compactMap { $0["performance_rank"] as? Int }
        #expect(places.sorted() == [1, 2])
        let best = (data["portfolio_analysis"] as? [String: Any])?["best_performer"] as? String
        #expect(best == "USD" || best == "JPY")
    }

    // By hand: 31 days are no gap, 32 are.
    @Test("every route has a change over thirty-one days of silence, and none over thirty-two")
    func silence() async throws {
        for (last, hasChange) in [("2026-10-30", true), ("2026-10-31", false)] {
            var book = RateBook()
            _ = try book.take(ecbSheet("2026-09-29", ["KRW": "1500", "USD": "1", "JPY": "150"]))
            _ = try book.take(ecbSheet(last, ["KRW": "1500", "USD": "2", "JPY": "150"]))
            let memory = SeriesMemory(book)
            let window = "from=2026-09-29&to=\(last)"
            let fluctuation = try await ask(memory, "/api/v1/history/fluctuation?\(window)&symbols=USD")
            #expect(fluctuation.text.contains(#""change_percent":\#(hasChange ? "-50" : "null"),"#))
            let analysis = try await ask(memory, "/api/v1/history/stats?target=USD&\(window)")
            #expect(analysis.text.contains(#""total_change_percent":\#(hasChange ? "-50" : "null"),"#))
            let comparison = try await ask(memory, "/api/v1/history/compare?targets=USD,JPY&\(window)")
            #expect(comparison.text.contains(#""period_change_percent":\#(hasChange ? "-50" : "null"),"#))
        }
    }
}
