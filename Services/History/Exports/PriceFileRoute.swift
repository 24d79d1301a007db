import SharedDomain
import SharedHTTP

/// `GET /export/prices.ledger` and `GET /export/prices.beancount`: prices for programs that keep accounts in text.
struct PriceFileRoute: Sendable {
    static let mediaType = "text/plain; charset=utf-8"
    /// More than there are currencies.
    static let mostSymbols = 200
    /// Long enough for this year's accounts.
    static let usualPeriod = Period.oneYear

    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the prices are given in.")
    private static let symbols = Parameter(
        optional: "symbols", .currencies(1...mostSymbols),
        summary: "The currencies that are priced; otherwise all that a source quotes beside 'base'.")
    private static let period = Parameter(
        optional: "period", .period,
        summary: "The days up to the newest one held; \(usualPeriod.rawValue) unless 'from' is given.")

    let memory: SeriesMemory
    let form: PriceForm

    var route: Route {
        Route(
            .get, "/export/\(form.fileName)", summary: form.summary, details: form.syntax + "\n\n" + Self.details,
            parameters: [
                Self.base, Self.symbols, Self.period, HistoryParameter.from, HistoryParameter.to,
                CommonParameter.precision, HistoryParameter.asOf,
            ],
            answers: .media(
                Self.mediaType, "Comments that name the sources, then a line for each currency and day.",
                example: form.example
            ).asFile,
            errors: [.dataNotReady, .notFound, .missingParameter],
            caching: .versioned { request in
                try HistoryParameter.book(for: request, in: memory).version(at: request.receivedAt)
            },
            immediate: answer)
    }

    private func answer(_ request: EdgeRequest) throws -> EdgeReply {
        let book = try HistoryParameter.book(for: request, in: memory)
        let question = try PriceQuestion(
            base: request[Self.base], symbols: request[Self.symbols],
            window: HistoryParameter.window(of: request, Self.period, usual: Self.usualPeriod))
        let file = PriceFile(
            try PriceSelection(question, in: book), form,
            significantDigits: try request[CommonParameter.precision], asOf: try request[HistoryParameter.asOf])
        let reply = try EdgeReply.export(file, mediaType: Self.mediaType, named: form.fileName)
        return book.version(at: request.receivedAt).map(reply.of) ?? reply
    }

    private static let details = """
        The prices are those of `/api/v1/history`: computed exactly from what one source quotes for both currencies on \
        the same day, the one that has done so longest, and rounded once, half up, to the significant digits that \
        `precision` says. Days without quotes are left out, never filled. The oldest day comes first, and within a day \
        the currencies by their codes.

        The comments at the head name the sources, which want to be named where the prices are passed on. The file comes \
        piece by piece and without a `Content-Length`, unless it is short, and compressed where `Accept-Encoding` asks \
        for it. Its `ETag` holds until anything is added or corrected.
        """
}

extension PriceForm {
    fileprivate var summary: String {
        switch self {
        case .ledger: "Daily prices of currencies as directives for hledger and Ledger."
        case .beancount: "Daily prices of currencies as directives for Beancount."
        }
    }

    fileprivate var syntax: String {
        switch self {
        case .ledger: "One line for each price, to be included in a journal: `P 2026-10-30 USD 1335.266738 KRW`."
        case .beancount: "One line for each price, to be included in a ledger: `2026-10-30 price USD 1335.266738 KRW`."
        }
    }

    fileprivate var example: AnswerExample {
        switch self {
        case .ledger: ExportExamples.ledger
        case .beancount: ExportExamples.beancount
        }
    }
}
