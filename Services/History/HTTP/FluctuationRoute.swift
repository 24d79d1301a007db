import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/fluctuation`: what rates did between two days.
struct FluctuationRoute: Sendable {
    private static let from = Parameter(required: "from", .dayToTheLast, summary: "The first day.")
    private static let to = Parameter(
        required: "to", .dayToTheLast, summary: "The last day; after the newest one held, that counts.")

    private let reader: SeriesReader

    init(reader: SeriesReader) {
        self.reader = reader
    }

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/fluctuation", summary: "What each rate was on two days, and the change between.",
            details: Self.details,
            parameters: [
                Self.from, Self.to, HistoryParameter.base, DayRoute.symbols, HistoryParameter.asOf,
                CommonParameter.precision, CommonParameter.numbers,
            ],
            answers: .data(
                Fluctuation.schema, "The change of each rate.",
                examples: [HistoryExamples.fluctuation, HistoryExamples.fluctuationOverBreak]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory)
                    .version(ofAllIn: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let base = try request[HistoryParameter.base]
        let reply = EdgeReply.success(
            try Fluctuation(
                from: HistoryParameter.day(Self.from, of: request), to: HistoryParameter.day(Self.to, of: request),
                in: base, of: request[DayRoute.symbols], in: book,
                significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(ofAllIn: base, at: request.receivedAt) else { return reply }
        return reply.of(version)
    }

    private static let details = """
        The rate at each end is that of the newest sheet of its source up to that day, at most \
        \(DayRates.longestLookBack) days back where the source has a later one; a `base` that is not on it is `NOT_FOUND`. \
        `start_date` and `end_date` say of which days they are. Both are of one \
        source. Without `symbols` it is every currency that has a rate at both ends. The change is that between the two \
        rates shown, computed exactly and rounded once. Where more than \(SeriesBreak.longestSilence) days one after another, \
        from the first of the two to the last day asked for (or the newest held), have no rate it is null: a cliff is no \
        move. It is null too where both are the same observation. `breaks` says where a currency began, ended, was not quoted or took \
        the place of another between the two days.

        A last day after the newest one held counts as that; a first day after it is `NOT_FOUND`, and a day later than \
        tomorrow, by the clocks that are furthest ahead, `INVALID_DATE`.

        A rate is the price of one unit of a currency in `base`. \(HistoryTexts.versions)
        """
}
