import NIOCore
import SharedDomain
import SharedHTTP

/// `GET /api/v1/history/{code}/chart.svg`: the rates of a currency as a drawing.
struct DrawnChartRoute: Sendable {
    private static let width = Parameter(
        "width", .integer(ChartSizes.widths), default: ChartSizes.defaultWidth, summary: "Pixels from left to right.")
    private static let height = Parameter(
        optional: "height", .integer(ChartSizes.heights),
        summary: "Pixels from top to bottom; otherwise half the width, and at least 240.")
    private static let theme = Parameter(
        "theme", .choice(ChartTheme.self), default: .light,
        summary: "The colours; `auto` are those that the reader's system prefers.")

    let reader: SeriesReader

    /// The route, answered from memory.
    var route: Route {
        Route(
            .get, "/api/v1/history/{code}/chart.svg",
            summary: "The rates of a currency as a picture: axes, the highest, the lowest and the last rate.",
            details: ChartTexts.drawn,
            parameters: ChartParameter.series + [Self.width, Self.height, Self.theme, CommonParameter.language],
            answers: .media(SVGWriter.mediaType, "The picture.", example: DrawnChartExamples.week),
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
        let content = ChartContent(
            answer, oldest: book.sources[answer.source]?.days.first ?? answer.window.lowerBound,
            knownAt: try request[HistoryParameter.asOf], language: request.language)
        let width = try request[Self.width]
        let layout = ChartLayout(
            content, width: width, height: try request[Self.height] ?? ChartSizes.height(for: width))
        let theme = try request[Self.theme]
        let document = SVGWriter(theme: theme).document(of: try layout.scene())
        var reply = EdgeReply.bytes(ByteBuffer(string: document), mediaType: SVGWriter.mediaType)
        if theme == .auto { reply = reply.settingHeader("Content-Security-Policy", to: Self.policyOfAuto) }
        guard let version = book.version(of: question.target, in: question.base, at: request.receivedAt) else {
            return reply
        }
        return reply.of(version)
    }

    /// The other themes need no style sheet, and have the policy of all answers.
    private static let policyOfAuto = ContentPolicy.picture(styledBy: SVGWriter.darkStyle)
}
