import GRPCCore
import SharedContracts
import SharedDomain

/// The gRPC door of the charts.
struct DestinationRankingService: RankingV1DestinationRanking.SimpleServiceProtocol {
    let charts: ChartReader

    func chart(request: RankingV1ChartRequest, context: ServerContext) async throws -> RankingV1ChartReply {
        try await reply(to: request)
    }

    /// - Throws: `ServiceError` for a period that is not served or a limit outside 1 to 50.
    func reply(to request: RankingV1ChartRequest) async throws -> RankingV1ChartReply {
        let period = try ChartPeriod(request.period)
        let limit = Int(request.limit)
        guard ChartPage.limits.contains(limit) else {
            throw ServiceError.invalidParameter(
                "limit", provided: "\(limit)",
                expected: "\(ChartPage.limits.lowerBound) to \(ChartPage.limits.upperBound)")
        }
        let chart = try await charts.chart(period)
        var reply = RankingV1ChartReply()
        reply.from = chart.window.lowerBound.number
        reply.to = chart.window.upperBound.number
        reply.totalSelections = UInt64(chart.totalSelections)
        reply.entries = chart.entries.prefix(limit).map(RankingV1ChartEntry.init)
        return reply
    }
}

extension ChartPeriod {
    fileprivate init(_ message: RankingV1ChartPeriod) throws {
        switch message {
        case .daily: self = .daily
        case .unspecified, .UNRECOGNIZED:
            throw ServiceError.invalidParameter(
                "period", provided: "\(message.rawValue)", expected: "1 (daily)", code: .invalidPeriod)
        }
    }
}

extension RankingV1ChartEntry {
    fileprivate init(_ entry: ChartEntry) {
        self.init()
        rank = UInt32(entry.rank)
        countryCode = entry.country.description
        score = UInt64(entry.score)
    }
}
