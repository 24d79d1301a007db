import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies/price-index` and `/ranking`: what baskets cost in one country beside another.
struct PriceIndexRoutes: Sendable {
    private static let country = Parameter(
        required: "country", .country, summary: "The country whose prices are compared.")
    private static let base = Parameter(
        "base_country", .country, default: .kr, summary: "The country that is compared to: it is 100.")
    private static let edition = Parameter(
        optional: "edition", .day,
        summary: "Compares the newest editions on or before this day; otherwise the newest there are.")
    private static let limit = Parameter(
        "limit", .integer(1...250), default: 50, summary: "How many countries to list.")
    private static let item = Parameter(
        optional: "item", .basketItem, summary: "The item that decides; otherwise the mean of all.")

    let indexes: PriceIndexes

    /// The routes. The shorter path is the one that clients of the first version know.
    var routes: [Route] {
        [
            index(at: "/api/v1/currencies/price-index", [PriceIndexExamples.japan, PriceIndexExamples.france]),
            index(at: "/api/v1/price-index", [PriceIndexExamples.taiwan]),
            ranking,
        ]
    }

    private func index(at path: String, _ examples: [AnswerExample]) -> Route {
        Route(
            .get, path,
            summary: "What baskets of goods cost in one country beside another, both in one money at today's rate.",
            details: PriceIndexText.index,
            parameters: [
                Self.country, Self.base, Self.edition, CommonParameter.language, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(PriceIndexAnswer.schema, "The indices, with all they come from.", examples: examples),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { indexes.version(at: $0.receivedAt) },
            handler: { request in
                let question = PriceIndexQuestion(
                    country: try .known(request[Self.country], parameter: "country"),
                    base: try .known(request[Self.base], parameter: "base_country"),
                    edition: try request[Self.edition], language: request.language,
                    significantDigits: try request[CommonParameter.precision])
                let answer = try await indexes.index(question, at: request.receivedAt)
                return .success(answer).of(answer.version, onlyIf: answer.isFromMemory)
            })
    }

    private var ranking: Route {
        Route(
            .get, "/api/v1/currencies/price-index/ranking",
            summary: "The countries by what baskets of goods cost there, the cheapest first.",
            details: PriceIndexText.ranking,
            parameters: [
                Self.base, Self.item, Self.limit, CommonParameter.language, CommonParameter.precision,
                CommonParameter.numbers,
            ],
            answers: .data(
                PriceRankingAnswer.schema, "The countries that have an index.", example: PriceRankingExamples.cheapest),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { indexes.version(at: $0.receivedAt) },
            handler: { request in
                let question = PriceRankingQuestion(
                    base: try .known(request[Self.base], parameter: "base_country"), item: try request[Self.item],
                    limit: try request[Self.limit], language: request.language,
                    significantDigits: try request[CommonParameter.precision])
                let answer = try await indexes.ranking(question, at: request.receivedAt)
                return .success(answer).of(answer.version, onlyIf: answer.isFromMemory)
            })
    }
}

extension EdgeReply {
    /// The same reply, of that version if it may be kept.
    fileprivate func of(_ version: AnswerVersion, onlyIf mayBeKept: Bool) -> EdgeReply {
        mayBeKept ? of(version) : self
    }
}

extension Country {
    /// The country of that code.
    /// - Throws: `INVALID_COUNTRY_CODE` when ISO 3166-1 has none.
    fileprivate static func known(_ code: CountryCode, parameter: String) throws(ServiceError) -> Country {
        guard let country = named(code) else { throw .invalidCountryCode("\(code)", parameter: parameter) }
        return country
    }
}

extension ValueRule where Value == String {
    /// The name of a basket item.
    fileprivate static var basketItem: ValueRule<String> {
        ValueRule(
            expected: "the name of an item, 1 to 32 of a-z, 0-9 and -",
            schema: .string(pattern: "^[a-z0-9-]{1,32}$"), text: { $0 },
            fromText: { (text) throws(ValueRefusal) in
                // Items are named by the same rule as sources.
                guard SourceID(text) != nil else { throw ValueRefusal(provided: text) }
                return text
            })
    }
}
