import SharedDomain
import SharedTesting

@testable import RankingService

/// Yesterday JP 3, US 2, FR 1; today US 2, JP 1, KR 1.
func withTwoDays(_ body: @Sendable (Ranking, Asker) async throws -> Void) async throws {
    try await withRanking { ranking in
        for (user, code) in [("1", "JP"), ("2", "JP"), ("3", "JP"), ("1", "US"), ("2", "US"), ("1", "FR")] {
            _ = try await ranking.desk.record(SelectionRequest(user, code))
        }
        ranking.time.advance(by: .seconds(86_400))
        for (user, code) in [("1", "US"), ("2", "US"), ("1", "JP"), ("1", "KR"), ("1", "KR")] {
            _ = try await ranking.desk.record(SelectionRequest(user, code))
        }
        ranking.time.advance(by: .seconds(60))
        try await ranking.ask { try await body(ranking, $0) }
    }
}
