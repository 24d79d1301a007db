import Foundation
import SharedDatabase
import SharedDomain
import SharedTesting
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct SelectionDeskTests {
    @Test("a thousand selections at once are counted exactly, and every one acknowledged is there after reopening")
    func thousand() async throws {
        let codes = ["JP", "US", "FR"]
        // Each user comes for several countries, some of them again for the same one.
        let requests = (0..<1000).map { (user: "u\($0 % 350)", code: codes[$0 / 7 % 3]) }
        let expected = Dictionary(grouping: requests, by: \.code).mapValues { Set($0.map(\.user)).count }
        try await withTemporaryDirectory { directory in
            let store = try openRankingStore(in: directory)
            let desk = SelectionDesk(
                writer: SelectionWriter(ledger: store), key: try testKey(), zone: Ranking.seoul ?? .gmt,
                time: HandMovedTime(at: Ranking.noon).source)
            let acknowledged = try await withRunning(desk.writer) { _ in
                try await withThrowingTaskGroup(of: SelectionOutcome.self) { tasks in
                    for request in requests {
                        tasks.addTask { try await desk.record(SelectionRequest(request.user, request.code)) }
                    }
                    return try await tasks.reduce(into: Set<String>()) { ids, outcome in
                        ids.insert(try #require(outcome.recordedID).description)
                    }
                }
            }
            await store.store.close()

            let reopened = try openRankingStore(in: directory)
            #expect(acknowledged.count == 1000)
            #expect(try await reopened.identities() == acknowledged)
            let kept = try await reopened.keptCounts()
            #expect(Dictionary(uniqueKeysWithValues: kept.map { ($0.country, $0.selections) }) == expected)
            #expect(try await reopened.rebuiltCounts() == kept)
            await reopened.store.close()
        }
    }

    @Test("a hundred requests with one idempotency key at once are one selection")
    func oneKeyAtOnce() async throws {
        try await withRanking { ranking in
            let outcomes = try await withThrowingTaskGroup(of: SelectionOutcome.self) { tasks in
                for _ in 0..<100 {
                    tasks.addTask { try await ranking.desk.record(SelectionRequest("u1", "JP", key: "k")) }
                }
                return try await tasks.reduce(into: Set<SelectionOutcome>()) { $0.insert($1) }
            }
            let ids = Set(outcomes.map(\.recordedID))
            #expect(ids.count == 1 && !ids.contains(nil))
            // The first one recorded it, the others are its repetitions.
            #expect(outcomes.count == 2)
            #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 1)
            #expect(try await ranking.store.keptCounts().map(\.selections) == [1])
        }
    }

    @Test("a second before midnight in Seoul is one day, midnight the next")
    func midnight() async throws {
        // Seoul is nine hours ahead of UTC and knows no summer time.
        try await withRanking(at: instant("2026-10-30T14:59:59Z")) { ranking in
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            ranking.time.advance(by: .seconds(1))
            _ = try await ranking.desk.record(SelectionRequest("u1", "JP"))
            _ = try await ranking.desk.record(SelectionRequest("u2", "US"))
            let tallies = try await ranking.store.tallies(from: day("2026-10-30"), through: day("2026-10-31"))
            #expect(
                Set(tallies.map { "\($0.day) \($0.country) \($0.selections)" })
                    == ["2026-10-30 JP 1", "2026-10-31 JP 1", "2026-10-31 US 1"])
        }
    }

    @Test("the same key for another request is refused, whatever part of the request differs")
    func otherRequest() async throws {
        let first = SelectionRequest(
            userID: "u1", country: try country("JP"), sessionID: "s", referrer: "https://example.org?a=1",
            idempotencyKey: "k")
        try await withRanking { ranking in
            let recorded = try await ranking.desk.record(first)
            let changes: [(inout SelectionRequest) throws -> Void] = [
                { $0.userID = "u2" }, { $0.country = try country("US") }, { $0.sessionID = nil },
                { $0.referrer = "https://example.org?a=2" },
                // The same characters, cut differently.
                { ($0.userID, $0.sessionID) = ("u", "1s") },
            ]
            for change in changes {
                var other = first
                try change(&other)
                #expect(try await ranking.desk.record(other) == .keyReused)
            }
            // Where the request comes from is not part of it.
            var elsewhere = first
            elsewhere.address = "198.51.100.1"
            elsewhere.userAgent = "other"
            #expect(try await ranking.desk.record(elsewhere) == .repeated(try #require(recorded.recordedID)))
            #expect(try await ranking.store.number("SELECT count(*) FROM selections") == 1)
        }
    }
}
