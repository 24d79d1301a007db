import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/forecast/{code}`: the rates of the next days, and what such forecasts were worth.
struct ForecastRoute: Sendable {
    static let days = Parameter(
        "days", .integer(1...WalkForward.longestHorizon), default: 7,
        summary: "How many publication days of the source to look ahead.")

    let reader: SeriesReader

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/forecast/{code}",
            summary: "The rates to be expected on the next days, with intervals and the method's error in the past.",
            details: Self.details,
            parameters: [
                HistoryParameter.code, Self.days, HistoryParameter.base, HistoryParameter.asOf,
                CommonParameter.precision, CommonParameter.numbers,
            ],
            answers: .data(
                ForecastReply.schema, "The forecast, and its method's error in the past.",
                examples: [ForecastExamples.dollar, ForecastExamples.lira]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory).version(
                    of: request[HistoryParameter.code], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let (target, base) = try (request[HistoryParameter.code], request[HistoryParameter.base])
        let question = try SeriesQuestion(target: target, base: base, window: .period(.max), names: .path)
        let answer = try ForecastAnswer(question, days: request[Self.days], in: book, reader)
        let reply = EdgeReply.success(
            try ForecastReply(answer, significantDigits: request[CommonParameter.precision]))
        return book.version(of: target, in: base, at: request.receivedAt).map(reply.of) ?? reply
    }

    private static let details = """
        **No one knows.** Since Meese and Rogoff (1983) it is known how hard "the rate stays as it is" is to beat. So \
        every answer says in `backtest` what the same method was worth on this pair's own past, beside that simplest \
        forecast; where it does not beat it, `beats_no_change` is false and `verdict` says so. This is no advice.

        **Method.** The Theta method of Assimakopoulos and Nikolopoulos (2000) on the natural logarithms of the last \
        \(WalkForward.fittedPoints) rates, taken as equally spaced: the mean of the least-squares line, carried on, and of \
        twice the values less that line, smoothed exponentially and carried on level. The smoothing factor is the one of \
        0.1, 0.2 … 1 with the least squared error one step ahead. It is simple, without chance in it, and did very \
        well in the M3 competition; on logarithms the forecast of a pair is the inverse of that of the pair turned \
        round. `rate` is what is as likely to be exceeded as not.

        **Back-test.** From every \(WalkForward.spacing)th of the last \(WalkForward.mostPoints) points the method forecasts \
        \(WalkForward.longestHorizon) publication days, knowing the \(WalkForward.fittedPoints) points up to that origin and \
        nothing later. Only the last stretch of the series without a gap of more than \(SeriesBreak.longestSilence) days \
        counts, and at least \(WalkForward.fewestPoints) points are needed: a pair with fewer, and one that is not on \
        its source's newest sheet, is `NOT_FOUND`.

        **Intervals.** They reach as far to either side, in logarithms, as the 80 % and 95 % quantiles of the absolute \
        errors at the same distance (the k-th of n errors stands for k ÷ (n + 1), between them linear). `coverage_80` \
        and `coverage_95` are measured out of sample: at each origin with intervals of the errors known there. All figures of `backtest` \
        are at six decimals.

        **Days.** Those on which the source publishes by its calendar, without weekends and known holidays.
        """
}
