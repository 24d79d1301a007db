import Foundation
import SharedDomain
import SharedHTTP

/// The Frankfurter API, version 1, over the European Central Bank's rates, for the clients that there are of it.
struct FrankfurterRoutes {
    let reader: SeriesReader

    /// Every path of that API.
    var all: [Route] {
        [root, latest("latest", FrankfurterExamples.latest), latest("current", FrankfurterExamples.current)]
            + [currencies, dated]
    }

    private var root: Route {
        Route(
            .get, "/v1", summary: "Which API this is.", details: Self.details,
            answers: .document(FrankfurterSchema.root, "What there is.", example: FrankfurterExamples.root),
            dialect: .plain, immediate: { _ in .raw(FrankfurterRoot()) })
    }

    private func latest(_ name: String, _ example: AnswerExample) -> Route {
        Route(
            .get, "/v1/\(name)",
            summary: "The latest rates: those of the newest sheet, however old it is.", details: Self.details,
            parameters: FrankfurterParameter.all,
            answers: Self.answers(.document(FrankfurterSchema.day, "The rates.", example: example)),
            errors: [.dataNotReady],
            caching: .versioned { try version($0) { _ in .latest } }, dialect: .plain,
            immediate: { try answer($0) { _ in .latest } })
    }

    private var dated: Route {
        Route(
            .get, "/v1/{dates}",
            summary: "The rates of a day in the past, or of every day from one to another.",
            details: Self.detailsOfDates + Self.details,
            parameters: [FrankfurterParameter.dates] + FrankfurterParameter.all,
            answers: Self.answers(
                .document(FrankfurterSchema.day, "The rates of one day.", example: FrankfurterExamples.day)
                    .or(.document(FrankfurterSchema.range, "Those of several.", example: FrankfurterExamples.range))),
            errors: [.dataNotReady],
            caching: .versioned { try version($0, Self.dates) }, dialect: .plain,
            immediate: { try answer($0, Self.dates) })
    }

    private var currencies: Route {
        Route(
            .get, "/v1/currencies", summary: "The currencies that are quoted now, with their names.",
            details: Self.details, parameters: [HistoryParameter.asOf],
            answers: .document(
                FrankfurterSchema.currencies, "The names.", example: FrankfurterExamples.currencies),
            errors: [.dataNotReady],
            caching: .versioned { request in
                let (book, today) = try state(for: request)
                let codes = FrankfurterCurrencies(of: book, today: today).codes
                return book.flatMap { Self.version(of: $0, codes) }
            },
            dialect: .plain,
            immediate: { request in
                let (book, today) = try state(for: request)
                let currencies = FrankfurterCurrencies(of: book, today: today)
                let reply = EdgeReply.raw(currencies)
                return book.flatMap { Self.version(of: $0, currencies.codes) }.map(reply.of) ?? reply
            })
    }

    /// What the bank had published, and which day it was, at the moment that is asked about; nil where nothing had been
    /// recorded by then.
    ///
    /// - Throws: `DATA_NOT_READY` when nothing of the bank is held yet.
    private func state(for request: EdgeRequest) throws -> (SourceBook?, today: Day) {
        guard reader.memory.current.sources[.ecb] != nil else {
            throw ServiceError.dataNotReady("No rates of the European Central Bank are held yet; try again shortly.")
        }
        let book = try HistoryParameter.book(for: request, in: reader.memory)
        return (book.sources[.ecb], Day(of: try HistoryParameter.moment(of: request), in: .gmt))
    }

    private func found(
        _ request: EdgeRequest, _ dates: (EdgeRequest) throws -> FrankfurterDates
    ) throws -> FrankfurterAnswer {
        // What is no date is no path, whatever is held.
        let named = try dates(request)
        let (book, today) = try state(for: request)
        let question = try FrankfurterQuestion(
            request, named, current: FrankfurterDates.current(today, in: book))
        guard let book else { throw FrankfurterRefusal.notFound }
        return try FrankfurterAnswer(question, from: book, today: today)
    }

    /// The version of an answer; nil of a refusal, which nobody keeps.
    private func version(
        _ request: EdgeRequest, _ dates: (EdgeRequest) throws -> FrankfurterDates
    ) throws -> AnswerVersion? {
        do {
            return try found(request, dates).version
        } catch is FrankfurterRefusal {
            return nil
        }
    }

    private func answer(
        _ request: EdgeRequest, _ dates: (EdgeRequest) throws -> FrankfurterDates
    ) throws -> EdgeReply {
        do {
            return try found(request, dates).reply()
        } catch let refusal as FrankfurterRefusal {
            return refusal.reply
        }
    }

    private static func dates(_ request: EdgeRequest) throws -> FrankfurterDates {
        try FrankfurterDates(request[FrankfurterParameter.dates])
    }

    private static func version(of book: SourceBook, _ codes: [CurrencyCode]) -> AnswerVersion? {
        guard !codes.isEmpty, let newestRecording = book.newestRecording else { return nil }
        return AnswerVersion(
            tag: book.content.text + codes.map { " \($0)" }.joined(), asOf: newestRecording,
            lasting: FrankfurterAnswer.lifetime)
    }

    /// The answers of a route of rates, and what it says where there are none.
    private static func answers(_ rates: DescribedAnswers) -> DescribedAnswers {
        rates.or(
            .document(
                ErrorMessage.schema,
                "`not found`: there is no sheet up to 14 days before the day, no rate of the base or of any currency "
                    + "asked for, or the range lies wholly in the future; or the path is none.",
                status: .notFound, example: nil)
        ).or(
            .document(
                ErrorMessage.schema,
                "`invalid amount`: no number above zero. `invalid date`: in no calendar. `bad currency pair`: the base is "
                    + "the one currency that it is to be priced in.",
                status: .unprocessable, example: nil))
    }

    private static let details = """
        The Frankfurter API, version 1, as its clients know it, over the European Central Bank's reference rates alone. \
        A rate is what the amount of the base costs in the other currency (elsewhere here it is the other way round). It \
        is rounded twice, as there: what so many euros cost in either currency, and what that makes between the two. \
        Above 5,000 to whole numbers, above 80 to 2 digits after the point, above 20 to 3, above 1 to 4, above 0.0001 \
        to 5, else to 6, half up. The bank's own figures, one euro in other money, are not rounded.

        `from` and `to` count more than `base` and `symbols`. Other parameters are left aside. Errors are \
        `{"message":"…"}`. Copies are good for a day, as that API has it: `public, max-age=86400`; the `ETag` changes \
        with every correction. As long as nothing of the bank is held, everything but `/v1` is 503, and `Retry-After` \
        says when to ask again. `as_of` is ours: the answer as it would have been given then.
        """

    private static let detailsOfDates = """
        A day without a sheet (a weekend, a holiday) is answered with the last sheet of the 14 days before it. A range \
        begins with the sheet that was current on its first day, and has every sheet up to its last; without a last day \
        it goes on to now. Long ranges are written while they are sent.


        """
}
