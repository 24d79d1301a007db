import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/{code}`: the daily series of one currency, as `GET /api/v1/history` gives it.
struct CurrencyHistoryRoute: Sendable {
    static let defaultPeriod = Period.oneMonth

    private static let period = Parameter(
        optional: "period", .period,
        summary: "The days up to the newest one held, which the answer names; "
            + "\(defaultPeriod.rawValue) unless 'from' is given.")

    private let reader: SeriesReader

    init(reader: SeriesReader) {
        self.reader = reader
    }

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/{code}",
            summary: "The daily rates of a currency with their changes and statistics.",
            details: """
                The answer of `GET /api/v1/history` for `target={code}`, by days and in one page.

                \(HistoryTexts.rates)

                \(HistoryTexts.windows) Without any of the three it is a month.

                \(HistoryTexts.versions)
                """,
            parameters: [
                HistoryParameter.code, Self.period, HistoryParameter.from, HistoryParameter.to, HistoryParameter.base,
                HistoryParameter.asOf, CommonParameter.precision, CommonParameter.numbers,
            ],
            answers: .data(
                HistoryReply.schema, "The series with its statistics.", example: HistoryExamples.currency),
            errors: [.dataNotReady, .missingParameter, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory).version(
                    of: request[HistoryParameter.code], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let question = try SeriesQuestion(
            target: request[HistoryParameter.code], base: request[HistoryParameter.base],
            window: HistoryParameter.window(of: request, Self.period, usual: Self.defaultPeriod), names: .path)
        let reply = EdgeReply.success(
            try HistoryReply(
                to: question, from: book, by: reader, significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(of: question.target, in: question.base, at: request.receivedAt) else {
            return reply
        }
        return reply.of(version)
    }
}
