import GRDB
import Logging
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite("The rates that outlive a restart", .timeLimit(.minutes(1)))
struct RateKeeperTests {
    private let time = HandMovedTime(at: Ranking.noon)

    private func makeBoard(_ source: ScriptedRates, kept: RateTable?, _ keeper: RateKeeper) -> RateBoard {
        RateBoard(
            source: source, lifetime: .seconds(30), time: time.source, logger: RecordedLogs().logger, kept: kept,
            keep: { keeper.keep($0) })
    }

    @Test("with currency down after a restart the last rates are shown as outdated, and current ones when it answers")
    func restart() async throws {
        try await withTemporaryDirectory { directory in
            let source = ScriptedRates()
            let first = try openRankingStore(in: directory)
            #expect(try await first.keptRates() == nil)
            let keeper = RateKeeper(store: first, stored: nil, logger: RecordedLogs().logger)
            // A graceful stop writes what was offered.
            try await withRunning(keeper) { _ in
                #expect(await makeBoard(source, kept: nil, keeper).rates().condition == .current)
            }
            await first.store.close()

            source.fail()
            let second = try openRankingStore(in: directory)
            let kept = try await second.keptRates()
            #expect(kept == RateTable(ScriptedRates.october30))
            #expect(kept?.tag == RateTable(ScriptedRates.october30).tag)
            let board = makeBoard(
                source, kept: kept, RateKeeper(store: second, stored: kept, logger: RecordedLogs().logger))
            let shown = await board.rates()
            #expect(shown == PostedRates(RateTable(ScriptedRates.october30), .outdated))
            source.recover()
            time.advance(by: RateBoard.pauseAfterFailure)
            #expect(await board.rates().condition == .current)
            await second.store.close()
        }
    }

    @Test("kept rates are asked for anew at once, not after their lifetime")
    func asksAtOnce() async throws {
        let source = ScriptedRates()
        let board = RateBoard(
            source: source, lifetime: .seconds(30), time: time.source, logger: RecordedLogs().logger,
            kept: RateTable([:]))
        #expect(board.posted == nil)
        #expect(await board.rates() == PostedRates(RateTable(ScriptedRates.october30), .current))
    }

    @Test("rates are replaced as a whole, and written only when they differ")
    func replaced() async throws {
        try await withRanking { ranking in
            let store = ranking.store
            let keeper = RateKeeper(store: store, stored: nil, logger: RecordedLogs().logger)
            let all = RateTable(ScriptedRates.october30)
            let dollar = RateTable(ScriptedRates.october30.filter { $0.key == .usd })
            try await withRunning(keeper) { _ in
                keeper.keep(all)
                try await eventually("the rates are not stored") { try await store.keptRates() == all }
                // Removed by hand: the same rates are not written again.
                try await store.store.write { try $0.execute(sql: "DELETE FROM last_rates") }
                keeper.keep(all)
                keeper.keep(dollar)
                try await eventually("the rates are not stored") { try await store.keptRates() == dollar }
            }
        }
    }

    @Test("a store that does not answer costs the rates of a restart, and nothing else")
    func storeGone() async throws {
        try await withRanking { ranking in
            let logs = RecordedLogs()
            let keeper = RateKeeper(store: ranking.store, stored: nil, logger: logs.logger)
            await ranking.store.store.close()
            try await withRunning(keeper) { _ in
                keeper.keep(RateTable(ScriptedRates.october30))
            }
            #expect(logs.messages(at: .warning) == ["the last rates could not be stored"])
        }
    }

    @Test("every digit and every part of the evidence comes back")
    func roundTrip() async throws {
        let rate = DestinationRate(
            rate: try #require(ExactDecimal("0.05120000010")), observedOn: try day("1999-01-04"),
            publishedAt: Instant(milliseconds: -1), source: "bok", isStale: true)
        let large = DestinationRate(
            rate: try #require(ExactDecimal("1500000000000")), observedOn: try day("2026-10-30"),
            publishedAt: Ranking.noon, source: "ecb", isStale: false)
        let table = RateTable([.usd: rate, .eur: large])
        try await withRanking { ranking in
            try await ranking.store.keep(table)
            let kept = try #require(try await ranking.store.keptRates())
            #expect(kept == table && kept.tag == table.tag)
            #expect(kept.rates[.usd]?.rate.description == "0.05120000010")
        }
    }
}
