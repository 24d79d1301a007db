import Foundation
import SharedDatabase
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import RankingService

@Suite("The figures of the ranking service", .timeLimit(.minutes(1)))
struct RankingMetricsTests {
    @Test("selections are counted by what became of them, and their transactions timed")
    func selections() async throws {
        let registry = MetricsRegistry()
        try await withTemporaryDirectory { directory in
            let store = try openRankingStore(in: directory)
            let writer = SelectionWriter(ledger: store, metrics: SelectionMetrics(registry))
            let desk = SelectionDesk(
                writer: writer, key: try testKey(), zone: .gmt, time: HandMovedTime(at: Ranking.noon).source)
            try await withRunning(writer) { _ in
                for (user, key) in [("u1", "a"), ("u1", "a"), ("u2", "a"), ("u3", nil), ("u3", nil)] {
                    _ = try await desk.record(SelectionRequest(user, "JP", key: key))
                }
            }
            await #expect(throws: ServiceError.self) { try await desk.record(SelectionRequest("u4", "JP")) }
            await store.store.close()
        }
        let text = await registry.exposition()
        #expect(text.contains("\nranking_selections_total{outcome=\"recorded\"} 3\n"), "\(text)")
        #expect(text.contains("\nranking_selections_total{outcome=\"repeated\"} 1\n"))
        #expect(text.contains("\nranking_selections_total{outcome=\"refused\"} 2\n"))
        #expect(text.contains("\nranking_selection_commit_seconds_count 5\n"))
    }

    @Test("a transaction that fails refuses all that is in it")
    func failing() async throws {
        let registry = MetricsRegistry()
        let gate = Gate()
        let ledger = WatchedLedger(AgreeableLedger(), gate: gate)
        gate.open()
        ledger.fail(with: ServiceError(.databaseUnavailable, "the disk is full"))
        let writer = SelectionWriter(ledger: ledger, metrics: SelectionMetrics(registry))
        let desk = SelectionDesk(
            writer: writer, key: try testKey(), zone: .gmt, time: HandMovedTime(at: Ranking.noon).source)
        try await withRunning(writer) { _ in
            _ = await #expect(throws: ServiceError.self) { try await desk.record(SelectionRequest("u1", "JP")) }
        }
        let text = await registry.exposition()
        #expect(text.contains("\nranking_selections_total{outcome=\"refused\"} 1\n"), "\(text)")
    }

    @Test("rates are hits within their lifetime, and a failing currency shows as an open breaker")
    func rates() async throws {
        let registry = MetricsRegistry()
        let source = ScriptedRates()
        let time = HandMovedTime(at: Ranking.noon)
        let board = RateBoard(
            source: source, lifetime: .seconds(30), time: time.source, logger: RecordedLogs().logger,
            lookups: CacheCounters(layer: RateBoard.layer, registry))
        RankingMetrics.register(SelectionWriter(ledger: AgreeableLedger()), board, in: registry)
        for _ in 0..<3 { _ = await board.rates() }
        let calm = await registry.exposition()
        #expect(calm.contains("\ncache_requests_total{layer=\"rate_board\",outcome=\"hit\"} 2\n"), "\(calm)")
        #expect(calm.contains("\ncache_requests_total{layer=\"rate_board\",outcome=\"miss\"} 1\n"))
        #expect(calm.contains("\nbreaker_state{breaker=\"currency_rates\",state=\"closed\"} 1\n"))
        #expect(calm.contains("\nranking_selection_queue_depth 0\n"))

        source.fail()
        time.advance(by: .seconds(30))
        _ = await board.rates()
        #expect(await registry.exposition().contains("\nbreaker_state{breaker=\"currency_rates\",state=\"open\"} 1\n"))
        time.advance(by: RateBoard.pauseAfterFailure)
        #expect(
            await registry.exposition().contains("\nbreaker_state{breaker=\"currency_rates\",state=\"half_open\"} 1\n"))
    }
}
