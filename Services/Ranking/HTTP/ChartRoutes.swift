import SharedDomain
import SharedHTTP

/// Where clients read the charts.
struct ChartRoutes: Sendable {
    let charts: ChartReader
    let board: RateBoard

    private static let period = Parameter(
        required: "period", .choice(ChartPeriod.self, code: .invalidPeriod),
        summary: "The stretch of time: daily is today so far against yesterday.")
    private static let limit = Parameter(
        "limit", .integer(ChartPage.limits), default: 10, summary: "How many entries to list.")
    private static let offset = Parameter(
        "offset", .integer(ChartPage.offsets), default: 0, summary: "How many entries to leave out before them.")

    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/rankings",
                summary: "The countries chosen most, with the latest rate of their money.",
                parameters: [
                    Self.period, Self.limit, Self.offset, CommonParameter.language, CommonParameter.numbers,
                ],
                handler: chart)
        ]
    }

    private func chart(_ request: EdgeRequest) async throws -> EdgeReply {
        let period = try request[Self.period]
        let chart = try await charts.chart(period)
        let answer = ChartAnswer(
            period: period,
            chart: chart,
            page: ChartPage(
                limit: try request[Self.limit], offset: try request[Self.offset], total: chart.entries.count),
            rates: await board.rates(),
            language: request.language)
        // The next selection may change it.
        return .success(answer).settingHeader("Cache-Control", to: "no-store")
    }
}
