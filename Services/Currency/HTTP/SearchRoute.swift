import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/search`: countries and currencies by what they are called.
struct SearchRoute: Sendable {
    /// The most matches that may be asked for.
    static let mostMatches = 50

    private static let query = Parameter(
        required: "q", .searchText,
        summary: "A country or a currency in Korean or English: its name or a part of it, its code, its symbol, or the "
            + "leading consonants of its Korean name.")
    private static let limit = Parameter(
        "limit", .integer(1...mostMatches), default: 10, summary: "The most matches to give.")

    let search: CurrencySearch

    /// The routes.
    var routes: [Route] {
        [
            Route(
                .get, "/api/v1/currencies/search",
                summary: "Countries and currencies that answer to a name, a code or a symbol, the closest first.",
                details: Self.details, parameters: [Self.query, Self.limit, CommonParameter.language],
                answers: .data(
                    SearchAnswer.schema, "What was found; nothing is an answer too.",
                    examples: [SearchExamples.initials, SearchExamples.dollar, SearchExamples.typo]),
                caching: .versioned { search.version(at: $0.receivedAt) },
                handler: { request in
                    let question = SearchQuestion(
                        text: try request[Self.query], limit: try request[Self.limit], language: request.language)
                    let answer = try await search.answer(question, at: request.receivedAt)
                    return EdgeReply.success(answer).of(answer.version)
                })
        ]
    }

    /// How matches come about and how they are ordered.
    private static let details = """
        Case, width, accents, punctuation and spaces make no difference: `cote divoire` finds Côte d’Ivoire, `ＪＰＹ` \
        the yen.

        **Kinds**, the closest first: `exact_code` (alpha-2, alpha-3, ISO 4217, its number); `exact_name`; \
        `exact_symbol`; `unit_name` (the last word of a currency's name: dollar, 원); `name_prefix`; `word_prefix`; `code_prefix` (two letters that a currency's code begins with); \
        `initials` (leading consonants of Hangul syllables, alone or among syllables: `ㅇㅂ` and `일ㅂ` find 일본; or a \
        last syllable that is not finished); `substring`; `typo`.

        **Typing errors.** One edit is forgiven in a query of three letters or two Hangul syllables and more: a letter \
        inserted, left out, replaced, or exchanged with its neighbour. Hangul is compared as it is typed, letter by \
        letter, so `일번` finds 일본; from three syllables on one whole syllable may be wrong too. Where something \
        answers exactly, no such guesses are added.

        **Order** within a kind: what has a rate; then currencies and the countries that issue them, before countries \
        that use another's money; then the more traded currency (BIS Triennial Central Bank Survey, April 2022), so \
        `달러` gives the US dollar first; then a country before its currency; then by name. `score` says the same as a \
        number: higher is closer.

        Besides the names of the tables, a few everyday ones are known, such as 한국, 미합중국, UK, 위안화: then `field` is \
        `alias`.
        """
}
