import SharedDomain
import SharedHTTP

/// `GET /export/eurofxref-daily.xml`: one sheet of the European Central Bank in the bank's own form.
struct ReferenceDayRoute: Sendable {
    static let name = "eurofxref-daily.xml"
    static let mediaType = "text/xml; charset=utf-8"

    private static let date = Parameter(
        optional: "date", .dayToTheLast,
        summary: "The day, one on which the bank published rates; otherwise the newest one held.")

    let memory: SeriesMemory

    var route: Route {
        Route(
            .get, "/export/\(Self.name)",
            summary: "The reference rates of the European Central Bank of one day, in the bank's own XML.",
            details: """
                The same document as the bank's `eurofxref-daily.xml`: in the `Envelope` a `Cube`, in that the `Cube` of \
                the day, in that a `Cube` for each currency, in the bank's order, with the units of the currency for one \
                euro in the digits that were published. Only the bank's own sheet is in it, after its corrections.

                Source: European Central Bank, euro foreign exchange reference rates; free to use with the source named. \
                The document comes compressed where `Accept-Encoding` asks for it.
                """,
            parameters: [Self.date, HistoryParameter.asOf],
            answers: .media(Self.mediaType, "The sheet of the day.", example: ExportExamples.referenceDay).asFile,
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: memory).sources[.ecb]?.version(at: request.receivedAt)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: memory)
        let day = try ReferenceDay(ReferenceSheets(of: book), on: HistoryParameter.day(Self.date, of: request))
        let reply = EdgeReply.bytes(day.document, mediaType: Self.mediaType).asFile(named: Self.name)
        return book.sources[.ecb]?.version(at: request.receivedAt).map(reply.of) ?? reply
    }
}
