import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/on/{date}`: the rates that held on a day.
struct DayRoute: Sendable {
    /// The most currencies of one question: more than there are.
    static let mostSymbols = 200

    static let symbols = Parameter(
        optional: "symbols", .currencies(1...mostSymbols),
        summary: "The currencies that are priced, separated by commas; otherwise all.")
    private static let date = Parameter(
        required: "date", in: .path, .dayToTheLast, summary: "The day, no later than tomorrow.")

    private let reader: SeriesReader

    init(reader: SeriesReader) {
        self.reader = reader
    }

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/on/{date}", summary: "The rates that held on a day, and of which day they are.",
            details: Self.details,
            parameters: [
                Self.date, HistoryParameter.base, Self.symbols, HistoryParameter.asOf, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(
                DayAnswer.schema, "The rates of the day.", examples: [HistoryExamples.weekend, HistoryExamples.someDay]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                let book = try HistoryParameter.book(for: request, in: reader.memory)
                return try version(of: request, book)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        let answer = try DayAnswer(
            on: request[Self.date], in: request[HistoryParameter.base], of: request[Self.symbols], from: book,
            at: HistoryParameter.moment(of: request), significantDigits: request[CommonParameter.precision])
        let reply = EdgeReply.success(answer)
        guard let version = try version(of: request, book) else { return reply }
        return reply.of(version)
    }

    /// Beside the data, the reason depends on whether the hour of publication has come.
    private func version(of request: EdgeRequest, _ book: RateBook) throws -> AnswerVersion? {
        let base = try request[HistoryParameter.base]
        guard let version = book.version(ofAllIn: base, at: request.receivedAt) else { return nil }
        let (day, now) = (try request[Self.date], try HistoryParameter.moment(of: request))
        let isDue = book.sources.keys.sorted().map { source in
            let calendar = PublicationCalendar.calendar(of: source)
            return calendar.publishedAt(calendar.lastPublicationDay(upTo: day)) <= now ? "1" : "0"
        }
        return AnswerVersion(
            tag: "\(version.tag)-\(isDue.joined())", asOf: version.asOf, freshUntil: version.freshUntil)
    }

    private static let details = """
        Each rate is that of the newest sheet of its source up to the day: at most \(DayRates.longestLookBack) days back \
        where the source has a later one, otherwise its newest of all, however old. `evidence` says of which day, and who \
        published it. A currency that is not on that sheet is among the `unavailable`; a `base` that is not on it is \
        `NOT_FOUND`. `effective_date` is the newest day of all of them, `age_days` the days from there to the day asked \
        for, and `reason` says why the two differ: `published` when they do not; `weekend` and `holiday` when the source \
        was closed and everything it published before is held; `not_yet_published` when the hour of what holds on that \
        day is still to come, today or tomorrow by its own clock; `source_late` when that hour is over and nothing is \
        held. A day later than tomorrow, by the clocks that are furthest ahead, is \
        `INVALID_DATE`: nobody knows what will hold then.

        A rate is the price of one unit of a currency in `base`, computed exactly and rounded once, half up, to the \
        significant digits that `precision` says. \(HistoryTexts.versions)
        """
}
