import Foundation
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite("The tallies in memory", .timeLimit(.minutes(1)))
struct TallyMemoryTests {
    @Test("after every commit they say what the store says, and are named alike after a restart")
    func followsStore() async throws {
        var generator = SplitMix64(seed: 7)
        let steps = (0..<60).map { _ in Step(&generator) }
        try await withRanking { ranking in
            for step in steps {
                ranking.time.advance(by: step.pause)
                _ = try await ranking.desk.record(SelectionRequest(step.user, step.code, key: step.key))
                let held = try #require(ranking.charts.heldCounts(.daily))
                let today = ranking.charts.today
                let stored = try await ranking.store.tallies(from: today.adding(days: -1), through: today)
                #expect(Set(held.current + held.previous) == Set(stored))
                #expect(held.current.count + held.previous.count == stored.count)
                #expect(held.tag == (try await restarted(ranking).heldCounts(.daily)?.tag))
            }
        }
    }

    @Test("counts of one name are the same counts; any others have another name")
    func names() async throws {
        var generator = SplitMix64(seed: 99)
        let runs = (0..<20).map { _ in (0..<6).map { _ in Step(&generator) } }
        var known: [String: Set<CountryTally>] = [:]
        for steps in runs {
            let seen = try await withRanking { ranking in
                var seen: [(tag: String, tallies: Set<CountryTally>)] = []
                for step in steps {
                    ranking.time.advance(by: step.pause)
                    _ = try await ranking.desk.record(SelectionRequest(step.user, step.code))
                    let counts = try #require(ranking.charts.heldCounts(.daily))
                    seen.append((try #require(counts.tag), Set(counts.current + counts.previous)))
                }
                return seen
            }
            for (tag, tallies) in seen {
                if let earlier = known[tag] {
                    #expect(earlier == tallies)
                } else {
                    #expect(!known.values.contains(tallies))
                    known[tag] = tallies
                }
            }
        }
        #expect(known.count > 20)
    }

    @Test("midnight gives an empty chart its own name, though nothing was chosen")
    func midnight() async throws {
        try await withRanking(at: instant("2026-10-30T14:59:59.999Z")) { ranking in
            let before = ranking.charts.heldCounts(.daily)?.tag
            ranking.time.advance(by: .milliseconds(1))
            #expect(before != nil)
            #expect(ranking.charts.heldCounts(.daily)?.tag != before)
        }
    }

    @Test("only the last days are kept; of the others the store is asked")
    func bounded() async throws {
        try await withRanking { ranking in
            let first = ranking.charts.today
            for _ in 0..<10 {
                _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
                ranking.time.advance(by: .seconds(86_400))
            }
            let memory = ranking.store.memory
            #expect(memory.tallies(of: first...first) == nil)
            #expect(memory.tallies(of: first.adding(days: 6)...first.adding(days: 9)) == nil)
            #expect(memory.tallies(of: first.adding(days: 7)...first.adding(days: 9))?.all.count == 3)
        }
    }

    @Test("a transaction that fails leaves no trace in memory")
    func rolledBack() async throws {
        try await withRanking { ranking in
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            let before = ranking.charts.heldCounts(.daily)?.tag
            await ranking.store.store.close()
            await #expect(throws: ServiceError.self) {
                try await ranking.desk.record(SelectionRequest("u2", "JP"))
            }
            #expect(ranking.charts.heldCounts(.daily)?.tag == before)
        }
    }

    @Test("before it is filled it holds nothing, so that the store is asked")
    func unfilled() throws {
        let today = try day("2026-10-30")
        #expect(TallyMemory().tallies(of: today...today) == nil)
    }

    /// What another process would read from the same store.
    private func restarted(_ ranking: Ranking) async throws -> ChartReader {
        let store = RankingStore(
            store: ranking.store.store, countsOncePerDay: true, idempotencyRetention: .seconds(86_400))
        let charts = ChartReader(
            store: store, zone: ranking.charts.zone, time: ranking.time.source, minimumUsers: 1)
        try await charts.fillMemory()
        return charts
    }

    /// One selection of few users and countries, some of them repeated, over several days.
    private struct Step: Sendable {
        let pause: Duration
        let user: String
        let code: String
        let key: String?

        init(_ generator: inout SplitMix64) {
            pause = .seconds([0, 1, 3600, 40_000].randomElement(using: &generator) ?? 0)
            user = "u\(Int.random(in: 1...3, using: &generator))"
            code = ["JP", "US", "FR"].randomElement(using: &generator) ?? "JP"
            key = Int.random(in: 0..<4, using: &generator) == 0 ? "key \(user) \(code)" : nil
        }
    }
}
