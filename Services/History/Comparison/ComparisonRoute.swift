import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/compare`: how several currencies did against one base, and how they moved together.
struct ComparisonRoute: Sendable {
    private static let targets = Parameter(
        required: "targets", .currencies(Comparison.targetCounts),
        summary: "The currencies that are compared, different ones, separated by commas; none of them the base.")

    let reader: SeriesReader

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/compare",
            summary: "How 2 to 10 currencies did over a period, and how they moved together.",
            details: Self.details,
            parameters: [
                Self.targets, AnalysisParameter.period, HistoryParameter.from, HistoryParameter.to,
                HistoryParameter.base, HistoryParameter.asOf, CommonParameter.precision, CommonParameter.numbers,
            ],
            answers: .data(ComparisonReply.schema, "The comparison.", example: ComparisonExamples.three),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory)
                    .version(of: request[Self.targets], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let (targets, base) = try (request[Self.targets], request[HistoryParameter.base])
        let comparison = try Comparison(
            of: targets, in: base, window: AnalysisParameter.window(request), reader: reader, book: book)
        let reply = EdgeReply.success(
            try ComparisonReply(comparison, significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(of: targets, in: base, at: request.receivedAt) else { return reply }
        return reply.of(version)
    }

    private static let details = """
        A rate is the price of one unit of a currency in `base`; a currency did well when it became dearer. Each pair is \
        answered from one source, which its entry names: of those that quote both currencies, the one that has done so \
        longest. A period ends at the newest day held of that source. Rates and changes are exact and rounded once, half \
        up, to `precision` significant digits; the rest is binary64.

        **What is compared.** Each currency's own rates in the window, of which `first_observed_on`, `observed_on` and \
        `data_points` tell: one that began or ended within it has fewer, and `breaks` says so. One without any rate in \
        the window has `null` for every figure and no place; one that was not quoted for more than \
        \(SeriesBreak.longestSilence) days of it, whether between two of its rates, before the first or after the last, \
        has no change over the whole, and so no place either; nor has one of a single rate. Days after the newest one held \
        don't count. All have to cover the same window: that of `period=max` goes from the first to the last day that any \
        of them has a rate of, so that one which began later or ended earlier has no change over it.

        **Definitions.** Returns are simple daily ones, and none reaches over such a gap. Volatility is their sample standard deviation in percent. The Sharpe ratio \
        (William F. Sharpe, "The Sharpe Ratio", 1994) is their mean ÷ their sample standard deviation × √252, with no \
        risk-free rate taken off. A correlation is Pearson's, of the returns of both taken over the days that both have.
        """
}
