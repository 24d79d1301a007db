import SharedDomain
package import SharedHTTP

/// `GET /api/v1/history`: the rates of one currency in another over a window, with statistics; or a line for each point
/// of one or of all currencies.
package struct HistoryRoute: Sendable {
    private let reader: SeriesReader

    init(reader: SeriesReader) {
        self.reader = reader
    }

    /// The route, answered from memory.
    package var route: Route {
        Route(
            .get, "/api/v1/history",
            summary: "The rates of a currency by the hour, day, week or month, with their changes and statistics.",
            details: HistoryTexts.details,
            parameters: [
                HistoryQuery.target, HistoryParameter.period, HistoryParameter.from, HistoryParameter.to,
                HistoryParameter.base, HistoryQuery.interval, HistoryQuery.fill, HistoryQuery.limit,
                HistoryQuery.cursor, HistoryQuery.format, HistoryParameter.asOf, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(
                HistoryReply.schema, "The series with its statistics.",
                examples: [
                    HistoryExamples.week, HistoryExamples.days, HistoryExamples.months, HistoryExamples.filled,
                    HistoryExamples.page,
                ]
            )
            .or(
                .media(
                    Self.csv, "A line for each point, after one with the names of the columns (RFC 4180).",
                    example: HistoryExamples.csv)
            )
            .or(
                .media(
                    Self.ndjson, "A JSON object on a line for each point (JSON Lines).", schema: ShownPoint.lineSchema,
                    example: HistoryExamples.ndjson)),
            errors: [.dataNotReady, .notFound],
            caching: .versioned(version),
            immediate: answer)
    }

    private static let csv = "text/csv; charset=utf-8"
    private static let ndjson = "application/x-ndjson; charset=utf-8"

    private func version(_ request: EdgeRequest) throws -> AnswerVersion? {
        let query = try HistoryQuery(request)
        let (book, _) = try state(of: query, request)
        return book.version(of: query, at: request.receivedAt)
    }

    /// The answer and its version are of one book, whatever is committed meanwhile.
    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let query = try HistoryQuery(request)
        let (book, cursor) = try state(of: query, request)
        let reply = try reply(to: query, from: book, after: cursor)
        guard let version = book.version(of: query, at: request.receivedAt) else { return reply }
        return reply.of(version)
    }

    /// What is answered from: the state that the first page was of, the one at a moment of the past, or the current one.
    private func state(of query: HistoryQuery, _ request: EdgeRequest) throws -> (RateBook, HistoryCursor?) {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        guard let text = try request[HistoryQuery.cursor] else { return (book, nil) }
        let cursor = try HistoryCursor(text, of: query)
        let isSame = book.newestRecording == cursor.moment
        return (isSame ? book : reader.memory.book(asOf: cursor.moment), cursor)
    }

    private func reply(to query: HistoryQuery, from book: RateBook, after cursor: HistoryCursor?) throws -> EdgeReply {
        guard query.format == .json, case .one(let target) = query.target else {
            return try lines(of: query, from: book)
        }
        let question = try query.question(about: target)
        let (answer, statistics) = try reader.analysis(question, in: book)
        let points = try reader.points(question, query.interval, query.fill, in: book)
        let page = try HistoryPage(
            of: points, after: cursor?.position, limit: query.limit, expecting: answer.series.count,
            significantDigits: query.digits)
        return .success(
            try HistoryReply(
                answer, statistics, page, query.interval, nextCursor: page.cursor(of: query, book),
                significantDigits: query.digits))
    }

    private func lines(of query: HistoryQuery, from book: RateBook) throws -> EdgeReply {
        let records = try HistoryRecords(query, reader, in: book)
        return try .streaming(mediaType: query.format == .csv ? Self.csv : Self.ndjson, pieces: records)
            .settingHeader("Content-Disposition", to: #"attachment; filename="\#(query.fileName)""#)
    }
}

extension RateBook {
    /// The version of the answer; nil when no source quotes what is asked for.
    fileprivate func version(of query: HistoryQuery, at now: Instant) -> AnswerVersion? {
        switch query.target {
        case .one(let target): version(of: target, in: query.base, at: now)
        case .all: version(ofAllIn: query.base, at: now)
        }
    }
}

extension HistoryPage {
    /// Where the page after it begins, nil when it is the last one.
    fileprivate func cursor(of query: HistoryQuery, _ book: RateBook) -> String? {
        guard hasMore, let lastPosition, let moment = book.newestRecording else { return nil }
        return HistoryCursor(position: lastPosition, moment: moment).text(of: query)
    }
}
