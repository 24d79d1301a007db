import SharedDomain
import SharedHTTP

/// `GET /export/eurofxref-hist.csv`: every sheet of the European Central Bank in the bank's own form.
struct ReferenceFileRoute: Sendable {
    static let name = "eurofxref-hist.csv"
    static let mediaType = "text/csv; charset=utf-8"

    private static let from = Parameter(
        optional: "from", .dayToTheLast, summary: "The first day; otherwise the first one held.")
    private static let to = Parameter(
        optional: "to", .dayToTheLast, summary: "The last day; otherwise the newest one held.")

    let memory: SeriesMemory

    var route: Route {
        Route(
            .get, "/export/\(Self.name)",
            summary: "The euro foreign exchange reference rates of the European Central Bank, in the bank's own CSV.",
            details: Self.details,
            parameters: [Self.from, Self.to, HistoryParameter.asOf],
            answers: .media(
                Self.mediaType, "The first line names the columns; each further one is a day, the newest first.",
                example: ExportExamples.referenceFile
            ).asFile,
            errors: [.dataNotReady, .notFound],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: memory).sources[.ecb]?.version(at: request.receivedAt)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: memory)
        let sheets = try ReferenceSheets(of: book)
        let window = try window(
            from: HistoryParameter.day(Self.from, of: request), to: HistoryParameter.day(Self.to, of: request),
            in: sheets.span)
        let reply = try EdgeReply.export(
            ReferenceFile(sheets, days: window), mediaType: Self.mediaType, named: Self.name)
        return book.sources[.ecb]?.version(at: request.receivedAt).map(reply.of) ?? reply
    }

    private func window(
        from: Day?, to: Day?, in span: ClosedRange<Day>
    ) throws(ServiceError) -> ClosedRange<Day> {
        if let from, from > span.upperBound {
            throw .notFound(
                "The European Central Bank has no reference rates from \(from) on: the newest are of \(span.upperBound).",
                details: ["parameter": "from", "provided": "\(from)", "expected": "a day up to \(span.upperBound)"])
        }
        let last = to ?? span.upperBound
        guard let from else { return min(span.lowerBound, last)...last }
        guard from <= last else {
            throw .invalidParameter("from", provided: "\(from)", expected: "a day that is not after 'to', \(last)")
        }
        return from...last
    }

    private static let details = """
        The same file as the bank's `eurofxref-hist.csv`, byte for byte where the same days are held: `Date` and the \
        codes of the currencies, a comma at the end of each line, the newest day first, units of the currency for one \
        euro in the digits that were published, `N/A` where there is no quote. Only sheets of the bank are in it, after \
        the bank's corrections.

        The columns are those of the bank's file, in its order, whatever the window. A currency that the bank takes up \
        later stands behind them, by its code.

        Source: European Central Bank, euro foreign exchange reference rates; free to use with the source named. The \
        file comes piece by piece and without a `Content-Length`, unless it is short, and compressed where \
        `Accept-Encoding` asks for it. Its `ETag` holds until a sheet is added or corrected.
        """
}
