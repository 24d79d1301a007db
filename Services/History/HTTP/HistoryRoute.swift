import SharedDomain
package import SharedHTTP

/// `GET /api/v1/history`: the daily rates of one currency in another over a window, with statistics.
package struct HistoryRoute: Sendable {
    /// What a point stands for. Only days so far.
    enum Interval: String, CaseIterable, Sendable {
        case daily
    }

    private static let target = Parameter(required: "target", .currency, summary: "The currency that is priced.")
    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the rates are given in.")
    private static let period = Parameter(
        optional: "period", .period,
        summary: "The days up to the newest one held, which the answer names; required unless 'from' is given.")
    private static let from = Parameter(optional: "from", .day, summary: "The first day, instead of a period.")
    private static let to = Parameter(
        optional: "to", .day, summary: "The last day, with 'from'; otherwise the newest one held.")
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
                Self.target, Self.period, Self.from, Self.to, Self.base, Self.interval, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(
                HistoryReply.schema, "The series with its statistics.",
                examples: [HistoryExamples.week, HistoryExamples.days]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try reader.memory.current.version(
                    of: request[Self.target], in: request[Self.base], at: request.receivedAt)
            },
            immediate: answer)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = reader.memory.current
        let window = try Self.window(period: request[Self.period], from: request[Self.from], to: request[Self.to])
        let question = try SeriesQuestion(target: request[Self.target], base: request[Self.base], window: window)
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

    private static func window(period: Period?, from: Day?, to: Day?) throws(ServiceError) -> SeriesQuestion.Window {
        switch (period, from, to) {
        case (.some(let period), nil, nil):
            return .period(period)
        case (.some(let period), _, _):
            throw .invalidParameter(
                "period", provided: period.rawValue, expected: "either 'period', or 'from' and 'to', not both")
        case (nil, .some, _):
            return .days(from: from, to: to)
        case (nil, nil, .some(let to)):
            throw .missingParameter("from", expected: "a day up to 'to', \(to)")
        case (nil, nil, nil):
            let periods = Period.allCases.map(\.rawValue).joined(separator: ", ")
            throw .missingParameter("period", expected: "one of \(periods), or 'from' and 'to'")
        }
    }
}
