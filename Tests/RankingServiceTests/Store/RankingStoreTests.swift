import Foundation
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct RankingStoreTests {
    @Test("a user counts once for a country and day, and every selection is recorded")
    func oncePerDay() async throws {
        try await withRanking { ranking in
            for (user, code) in [("u1", "JP"), ("u1", "JP"), ("u1", "US"), ("u2", "JP"), ("u1", "JP")] {
                #expect(try await ranking.desk.record(SelectionRequest(user, code)).recordedID != nil)
            }
            let counts = try await ranking.store.keptCounts()
            #expect(counts.map(\.country) == ["JP", "US"])
            #expect(counts.map(\.selections) == [2, 1])
            #expect(counts.map(\.users) == [2, 1])
            #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 5)
            #expect(try await ranking.store.rebuiltCounts() == counts)
        }
    }

    @Test("every selection counts where that is set, and users are still counted once")
    func everySelection() async throws {
        try await withRanking(countsOncePerDay: false) { ranking in
            for user in ["u1", "u1", "u2", "u1"] { _ = try await ranking.desk.record(SelectionRequest(user, "JP")) }
            let counts = try await ranking.store.keptCounts()
            #expect(counts.map(\.selections) == [4])
            #expect(counts.map(\.users) == [2])
            #expect(try await ranking.store.rebuiltCounts() == counts)
        }
    }

    @Test("a selection that does not count does not move the time of the last one that did")
    func lastTime() async throws {
        try await withRanking { ranking in
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            ranking.time.advance(by: .seconds(60))
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            #expect(try await ranking.store.keptCounts().map(\.lastSelectedAt) == [Ranking.noon.milliseconds])
            #expect(try await ranking.store.lastSelection() == Ranking.noon.advanced(by: .seconds(60)))
        }
    }

    @Test("an idempotency key outlives a restart, and not its time")
    func keyLifetime() async throws {
        try await withTemporaryDirectory { directory in
            let time = HandMovedTime(at: Ranking.noon)
            let first = try await record("u1", key: "k", in: directory, time)
            time.advance(by: .seconds(86_399))
            #expect(try await record("u1", key: "k", in: directory, time) == .repeated(try #require(first.recordedID)))
            #expect(try await record("u2", key: "k", in: directory, time) == .keyReused)
            time.advance(by: .seconds(1))
            let second = try await record("u2", key: "k", in: directory, time)
            #expect(second.recordedID != nil)
            #expect(second != first)
        }
    }

    @Test("keys whose time is over are removed")
    func forgotten() async throws {
        try await withRanking { ranking in
            for number in 0..<20 { _ = try await ranking.desk.record(SelectionRequest("u1", "JP", key: "k\(number)")) }
            #expect(try await ranking.store.number("SELECT count(*) FROM idempotency_keys") == 20)
            ranking.time.advance(by: .seconds(86_400))
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP", key: "new"))
            #expect(try await ranking.store.number("SELECT count(*) FROM idempotency_keys") == 1)
        }
    }

    @Test("a privacy key that is not the one used last is noticed, once")
    func privacyKeys() async throws {
        let other = try #require(PrivacyKey(secret: "another secret of thirty-two characters"))
        try await withRanking { ranking in
            var recognised: [Bool] = []
            for key in [try testKey(), try testKey(), other, other, try testKey()] {
                recognised.append(try await ranking.store.adopt(key))
            }
            #expect(recognised == [true, true, false, true, false])
        }
    }

    @Test(
        "no query that serves a request reads a whole table",
        arguments: [
            (RankingStore.countsOfDays, "selection_counts"), (RankingStore.countsOfPlace, "selection_counts"),
            (RankingStore.findKey, "idempotency_keys"),
        ])
    func plans(sql: String, table: String) async throws {
        try await withRanking { ranking in
            let plan = try await QueryPlan(of: sql, in: ranking.store.store)
            #expect(plan.fullScans.isEmpty, "\(plan)")
            #expect(plan.usesPrimaryKey(of: table), "\(plan)")
        }
    }

    @Test("old keys are found by their age, and the newest selection is the first looked at")
    func otherPlans() async throws {
        try await withRanking { ranking in
            let keys = try await QueryPlan(of: RankingStore.forgetKeys, in: ranking.store.store)
            #expect(keys.fullScans.isEmpty && keys.temporaryTrees.isEmpty, "\(keys)")
            // Walks the primary key from its end and stops at the first row: nothing is sorted.
            let newest = try await QueryPlan(of: RankingStore.newestSelection, in: ranking.store.store)
            #expect(newest.temporaryTrees.isEmpty, "\(newest)")
        }
    }

    @Test("every table is strict")
    func strict() async throws {
        try await withRanking { ranking in
            let others = try await ranking.store.store.tablesThatAreNotStrict()
            #expect(others == [])
        }
    }

    /// Records through a store that is opened for it and closed again.
    private func record(
        _ user: String, key: String, in directory: TemporaryDirectory, _ time: HandMovedTime
    ) async throws -> SelectionOutcome {
        let store = try openRankingStore(in: directory)
        let desk = SelectionDesk(
            writer: SelectionWriter(ledger: store), key: try testKey(), zone: .gmt, time: time.source)
        let outcome = try await withRunning(desk.writer) { _ in
            try await desk.record(SelectionRequest(user, "JP", key: key))
        }
        await store.store.close()
        return outcome
    }
}
