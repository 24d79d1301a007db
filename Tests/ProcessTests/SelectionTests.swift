import Foundation
import SharedTesting
import Testing

@Suite("A ranking that is killed", .timeLimit(.minutes(5)), .serialized)
struct SelectionTests {
    @Test("every selection that was acknowledged before a kill is there after it, and counts once")
    func killed() async throws {
        let system = ProcessSystem()
        let currency = try await system.currency()
        var ranking = try await system.ranking(currency: currency)
        var acknowledged: Set<String> = []
        for round in 0..<3 {
            acknowledged.formUnion(try await select(round: round, at: ranking))
            try await ranking.process.crash()
            ranking = try await system.ranking(currency: currency)
        }
        #expect(!acknowledged.isEmpty)
        let chart = try await get(ranking.httpPort, "/api/v1/rankings?period=daily")
        let counted = try #require(figure("score", in: chart))
        // One whose answer was cut off by the kill may have been recorded too.
        #expect(counted >= acknowledged.count)
        #expect(counted <= 3 * Self.users)
        // Once more from everybody: each counts once a day, however often they choose.
        for user in acknowledged {
            #expect(try await ProcessTests.select(ranking.httpPort, user: user, country: "JP") == 201)
        }
        let again = try await get(ranking.httpPort, "/api/v1/rankings?period=daily")
        #expect(figure("score", in: again) == counted)
        #expect(try await ranking.process.stop() == 0)
        #expect(try await currency.process.stop() == 0)
    }

    private static let users = 60

    /// Many users choose Japan at once, and the ranking is killed in the middle.
    /// - Returns: the users that got a 201.
    private func select(round: Int, at ranking: RunningService) async throws -> Set<String> {
        try await withThrowingTaskGroup(of: String?.self) { group in
            for index in 0..<Self.users {
                let user = "u\(round)-\(index)"
                group.addTask {
                    do {
                        return try await ProcessTests.select(ranking.httpPort, user: user, country: "JP") == 201
                            ? user : nil
                    } catch {
                        // The kill cut the connection: nothing was acknowledged.
                        return nil
                    }
                }
            }
            var acknowledged: Set<String> = []
            for try await user in group {
                if let user { acknowledged.insert(user) }
                if acknowledged.count == Self.users / 2 { ranking.process.send(SIGKILL) }
            }
            return acknowledged
        }
    }
}
