import SharedContracts
import SharedDomain
import Testing

@testable import RankingService

@Suite(.timeLimit(.minutes(1)))
struct DestinationRankingServiceTests {
    @Test("the daily chart, as far as the limit goes")
    func daily() async throws {
        try await withRanking { ranking in
            for (user, code) in [("u1", "JP"), ("u2", "JP"), ("u1", "US"), ("u1", "FR")] {
                _ = try await ranking.desk.record(SelectionRequest(user, code))
            }
            let service = DestinationRankingService(charts: ranking.charts)
            let reply = try await service.reply(to: RankingV1ChartRequest(.daily, limit: 2))
            let today = try day("2026-10-30").number
            #expect(reply.from == today && reply.to == today)
            #expect(reply.totalSelections == 4)
            #expect(reply.entries.map { "\($0.rank) \($0.countryCode) \($0.score)" } == ["1 JP 2", "2 FR 1"])
        }
    }

    @Test("a period that is not served is refused", arguments: [RankingV1ChartPeriod.unspecified, .UNRECOGNIZED(7)])
    func period(period: RankingV1ChartPeriod) async throws {
        try await withRanking { ranking in
            let error = await #expect(throws: ServiceError.self) {
                try await DestinationRankingService(charts: ranking.charts)
                    .reply(to: RankingV1ChartRequest(period, limit: 10))
            }
            #expect(error?.code == .invalidPeriod)
        }
    }

    @Test("a limit outside 1 to 50 is refused", arguments: [0, 51, UInt32.max])
    func limit(limit: UInt32) async throws {
        try await withRanking { ranking in
            let error = await #expect(throws: ServiceError.self) {
                try await DestinationRankingService(charts: ranking.charts)
                    .reply(to: RankingV1ChartRequest(.daily, limit: limit))
            }
            #expect(error?.code == .invalidParameter)
        }
    }
}

extension RankingV1ChartRequest {
    fileprivate init(_ period: RankingV1ChartPeriod, limit: UInt32) {
        self.init()
        self.period = period
        self.limit = limit
    }
}
