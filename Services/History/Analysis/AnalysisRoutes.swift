import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/stats` and `GET /api/v1/history/{code}/analysis`: one answer under two paths.
struct AnalysisRoutes: Sendable {
    let reader: SeriesReader

    /// Both, answered from memory.
    var routes: [Route] {
        [
            route(
                "/api/v1/history/stats", HistoryParameter.target, .query, example: AnalysisExamples.dollar,
                summary: "The statistics and technical indicators of a currency over a period."),
            route(
                "/api/v1/history/{code}/analysis", HistoryParameter.code, .path, example: AnalysisExamples.krona,
                summary: "The same answer as `/api/v1/history/stats`, about the currency in the path."),
        ]
    }

    private func route(
        _ path: String, _ target: Parameter<CurrencyCode>, _ names: SeriesQuestion.Names, example: AnswerExample,
        summary: String
    ) -> Route {
        Route(
            .get, path, summary: summary, details: Self.details,
            parameters: [
                target, AnalysisParameter.period, HistoryParameter.from, HistoryParameter.to, HistoryParameter.base,
                HistoryParameter.asOf, CommonParameter.precision, CommonParameter.numbers,
            ],
            answers: .data(AnalysisReply.schema, "The analysis of the window.", example: example),
            errors: [.dataNotReady, .missingParameter, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory)
                    .version(of: request[target], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: { request in try answer(request, about: request[target], names) })
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(
        _ request: EdgeRequest, about target: CurrencyCode, _ names: SeriesQuestion.Names
    ) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let question = try SeriesQuestion(
            target: target, base: request[HistoryParameter.base], window: AnalysisParameter.window(request),
            names: names)
        let analysis = SeriesAnalysis(of: try reader.warmed(question, in: book))
        let reply = EdgeReply.success(
            try AnalysisReply(analysis, significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(of: target, in: question.base, at: request.receivedAt) else { return reply }
        return reply.of(version)
    }

    private static let details = """
        A rate is the price of one unit of the currency in `base`, as the quotes of one source give it: of those that \
        quote both currencies, the one that has done so longest. Rates that were observed (the current, the lowest and \
        the highest one) and the changes between two of them are computed exactly and rounded once, half up, to \
        `precision` significant digits. What is computed of several rates is binary64; where it is money, it is rounded \
        to the same digits.

        **What each figure is of.** `statistics` and `monthly_breakdown` are of the rates of the window alone, except \
        support and resistance, which are of the last \(SeriesAnalysis.supportCount) rates. `technical_indicators` are \
        those at the last rate of the window, computed over every rate held before it, so that an exponential average \
        does not depend on where the window begins; `warm_up_observations` says how many of these precede the window. \
        A figure that is not defined, for want of rates, is `null`.

        **Gaps.** No change and no return reaches over a gap of more than \(SeriesBreak.longestSilence) days, and the total \
        change is one over the whole window: it is `null` where the window crosses a gap, where its rates begin more than \
        so many days after its first day or end more than so many before its last one (or the newest held), and of a \
        single rate. `period=max` is all there is of the pair, from its first rate to its last. The trend is that of the rates since, and averages and indicators \
        begin anew. The average, the lowest and the highest rate are of the whole window. `breaks` lists what it crosses.

        **Definitions.** Volatility is the sample standard deviation of the daily changes; the index is a year's, of \
        252 trading days. Quantiles are interpolated linearly (Hyndman and Fan, 1996, definition 7). An exponential \
        average is begun with the simple mean of its first N rates. MACD (Gerald Appel) is the difference of the two \
        averages that are shown beside it. TA-Lib begins its fast average later, with the slow one: the two differ by \
        less than 10⁻⁸ of the rate after 250 rates. The relative strength index is that of J. Welles Wilder, "New \
        Concepts in Technical Trading Systems" (1978). The bands are those of John Bollinger: 20 rates, two standard \
        deviations of the population.
        """
}
