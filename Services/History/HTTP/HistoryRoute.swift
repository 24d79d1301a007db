import SharedDomain
package import SharedHTTP

/// `GET /api/v1/history`: the daily rates of one currency in another over a window, with statistics.
package struct HistoryRoute: Sendable {
    /// What a point stands for. Only days so far.
    enum Interval: String, CaseIterable, Sendable {
        case daily
    }

    private static let interval = Parameter(
        "interval", .choice(Interval.self), default: .daily, summary: "What a point stands for.")

    private let reader: SeriesReader

    init(reader: SeriesReader) {
        self.reader = reader
    }

    /// The route, answered from memory.
    package var route: Route {
        Route(
            .get, "/api/v1/history",
            summary: "The rates of a currency on every day it was quoted, with their changes and statistics.",
            details: Self.details,
            parameters: [
                HistoryParameter.target, HistoryParameter.period, HistoryParameter.from, HistoryParameter.to, HistoryParameter.base, Self.interval, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(
                HistoryReply.schema, "The series with its statistics.",
                examples: [HistoryExamples.week, HistoryExamples.days]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try reader.memory.current.version(
                    of: request[HistoryParameter.target], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = reader.memory.current
        let window = try HistoryParameter.window(period: request[HistoryParameter.period], from: request[HistoryParameter.from], to: request[HistoryParameter.to])
        let question = try SeriesQuestion(target: request[HistoryParameter.target], base: request[HistoryParameter.base], window: window)
        let (answer, statistics) = try reader.analysis(question, in: book)
        let reply = EdgeReply.success(
            try HistoryReply(answer, statistics, significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(of: question.target, in: question.base, at: request.receivedAt) else {
            return reply
        }
        return reply.of(version)
    }

    private static let details = """
        A rate is the price of one unit of `target` in `base`, as the quotes of one source give it: of those that \
        quote both currencies, the one that has done so longest. It is computed exactly and rounded once, half up, to \
        the significant digits that `precision` says; so is every change.

        A period ends at the newest day held, which the answer names in `as_of`, so a source that is a day late does \
        not shorten it. Instead of a period, `from` and `to` name the first and the last day. A window without \
        observations is an empty answer.

        Statistics are of the points of the window alone. A correction by the source shows at once, and changes the \
        `ETag`. `timestamp` is when the newest observation of all was recorded; answers are fresh until the source's \
        next publication is expected.
        """
}
