import Foundation
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite("The version of a chart", .timeLimit(.minutes(1)))
struct ChartVersionTests {
    private func version(_ ranking: Ranking, minimumUsers: Int = 1) async throws -> AnswerVersion {
        let charts = ChartReader(
            store: ranking.store, zone: ranking.charts.zone, time: ranking.time.source, minimumUsers: minimumUsers)
        let counts = try #require(charts.heldCounts(.daily))
        return try #require(charts.version(of: counts, await ranking.board.rates()))
    }

    @Test("it stays while nothing changes, and is asked for again each time")
    func stays() async throws {
        try await withRanking { ranking in
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            let first = try await version(ranking)
            #expect(first.freshUntil == nil)
            // A repetition that does not count, and the same rates asked for again.
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            ranking.time.advance(by: .seconds(31))
            #expect(try await version(ranking) == first)
            #expect(ranking.rates.calls == 2)
        }
    }

    @Test("whatever shows in a chart changes it")
    func changes() async throws {
        try await withRanking { ranking in
            var versions = [try await version(ranking)]
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            versions.append(try await version(ranking))
            // Of how many users a country needs.
            versions.append(try await version(ranking, minimumUsers: 2))
            // One rate.
            var rates = ScriptedRates.october30
            rates[.usd] = rates[.eur]
            ranking.rates.answer(rates)
            ranking.time.advance(by: .seconds(30))
            versions.append(try await version(ranking))
            // Currency does not answer.
            ranking.rates.fail()
            ranking.time.advance(by: .seconds(30))
            versions.append(try await version(ranking))
            // Tomorrow.
            ranking.time.advance(by: .seconds(86_400))
            versions.append(try await version(ranking))
            #expect(Set(versions.map(\.tag)).count == versions.count)
        }
    }

    @Test("its instant is that of the newest of what is shown: the day, the last selection, the newest rate")
    func instants() async throws {
        try await withRanking { ranking in
            ranking.rates.fail()
            // Midnight in Seoul.
            #expect(try await version(ranking).asOf == instant("2026-10-29T15:00:00Z"))
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            #expect(try await version(ranking).asOf == Ranking.noon)
            ranking.rates.recover()
            ranking.time.advance(by: RateBoard.pauseAfterFailure)
            #expect(try await version(ranking).asOf == ScriptedRates.publishedAt)
        }
    }

    @Test("without waiting, the rates are known only within their lifetime or while currency is left alone")
    func posted() async throws {
        try await withRanking { ranking in
            #expect(ranking.board.posted == nil)
            let rates = await ranking.board.rates()
            #expect(ranking.board.posted == rates)
            ranking.time.advance(by: .seconds(30))
            #expect(ranking.board.posted == nil)
            ranking.rates.fail()
            _ = await ranking.board.rates()
            #expect(ranking.board.posted?.condition == .outdated)
        }
    }
}
