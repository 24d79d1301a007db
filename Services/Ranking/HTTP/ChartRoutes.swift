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
                details: Self.details,
                parameters: [
                    Self.period, Self.limit, Self.offset, CommonParameter.language, CommonParameter.numbers,
                ],
                answers: .data(
                    ChartAnswer.schema, "One page of the chart.",
                    examples: [RankingExamples.chart, RankingExamples.page]),
                errors: [.databaseUnavailable],
                caching: .versioned(version),
                handler: chart)
        ]
    }

    /// The version that an answer would have now; nil when the rates must be fetched first, or the counts read.
    private func version(_ request: EdgeRequest) throws -> AnswerVersion? {
        guard let rates = board.posted, let counts = charts.heldCounts(try request[Self.period]) else { return nil }
        return charts.version(of: counts, rates)
    }

    /// The answer and its version are of the same counts and rates, whatever happens meanwhile.
    private func chart(_ request: EdgeRequest) async throws -> EdgeReply {
        let period = try request[Self.period]
        let rates = await board.rates()
        let counts = try await charts.counts(period)
        let chart = Chart(counts, minimumUsers: charts.minimumUsers)
        let page = ChartPage(
            limit: try request[Self.limit], offset: try request[Self.offset], total: chart.entries.count)
        let answer = ChartAnswer(period: period, chart: chart, page: page, rates: rates, language: request.language)
        let reply = EdgeReply.success(answer)
        guard let version = charts.version(of: counts, rates) else { return reply }
        return reply.of(version)
    }

    private static let details = """
        Windows are whole days in the business time zone, `Asia/Seoul` unless the service is set otherwise: `daily` is \
        today so far, compared with all of yesterday.

        One user counts once per country and day, unless the service is set to count every selection; a country \
        enters the chart with the configured number of different users (one by default). Countries stand by `score`; \
        equal scores share a rank and the ranks after them are left out (1, 1, 3), and among themselves they stand in \
        the alphabetical order of their codes.

        `change` compares the rank with that in the window before: `UP`, `DOWN`, `SAME`, or `NEW` for a country that \
        was not in it. Rates are the latest of the currency service, in won. When it does not answer, its last rates \
        are shown and `rates_stale` is true; when there are none, `partial` names `rates` and the chart is served \
        without them.

        The next selection may change the chart, so a client asks again each time and gets a 304 while nothing has \
        changed. `timestamp` is when the newest of what is shown came: the last selection that counts, the beginning \
        of the day, or the publication of the newest rate.
        """
}
