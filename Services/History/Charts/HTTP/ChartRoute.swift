import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/{code}/chart`: what a program needs to draw a chart.
struct ChartRoute: Sendable {
    private static let interval = Parameter(
        optional: "interval", .choice(ChartInterval.self),
        summary: "What a point stands for; otherwise the length of the window says.")

    let reader: SeriesReader

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/{code}/chart",
            summary:
                "The points of a chart: open, high, low and close of each day, week or month, with moving averages.",
            details: ChartTexts.points,
            parameters: ChartParameter.series + [Self.interval, CommonParameter.precision, CommonParameter.numbers],
            answers: .data(
                ChartReply.schema, "The points.", examples: [ChartExamples.week, ChartExamples.months]),
            errors: [.dataNotReady, .missingParameter, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: reader.memory).version(
                    of: request[HistoryParameter.code], in: request[HistoryParameter.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let question = try ChartParameter.question(request)
        let answer = try reader.series(question, in: book)
        // The source of an answer is in the book that it was made from.
        guard let source = book.sources[answer.source] else { throw ServiceError.internalError() }
        let interval = try request[Self.interval] ?? ChartInterval(days: answer.series.length)
        let reply = EdgeReply.success(
            try ChartReply(
                answer, ChartPoints(answer, interval, in: source),
                significantDigits: request[CommonParameter.precision]))
        guard let version = book.version(of: question.target, in: question.base, at: request.receivedAt) else {
            return reply
        }
        return reply.of(version)
    }
}

extension CrossSeries {
    /// The days from the first point to the last; 0 of none.
    fileprivate var length: Int {
        guard let first = days.first, let last = days.last else { return 0 }
        return Int(last) - Int(first)
    }
}
