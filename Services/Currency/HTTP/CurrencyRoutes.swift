import SharedDomain
import SharedHTTP

/// `GET /api/v1/currencies`, `/{code}` and `/multiple`: what is known of each currency.
struct CurrencyRoutes: Sendable {
    private static let path = "/api/v1/currencies"
    private static let only = Parameter(
        optional: "codes", .currencies(1...CurrencyListDocument.mostCurrencies),
        summary: "Only these currencies, separated by commas, in this order; otherwise every one, by code.")
    private static let code = Parameter(required: "code", in: .path, .currency, summary: "The currency.")
    private static let codes = Parameter(
        required: "codes", .currencies(1...CurrencyDetails.mostCurrencies),
        summary: "The currencies, separated by commas.")
    private static let base = Parameter(
        "base", .currency, default: .krw, summary: "The money that the prices are given in.")
    private static let written: [any DeclaredParameter] = [
        base, CommonParameter.language, CommonParameter.precision, CommonParameter.numbers,
    ]

    let details: CurrencyDetails

    /// The routes.
    var routes: [Route] { [list, multiple, one] }

    private var list: Route {
        Route(
            .get, Self.path,
            summary: "Every currency: its names, symbol, countries, and between which days rates are held.",
            details: CurrencyTexts.list, parameters: [Self.only, CommonParameter.language],
            answers: .data(
                CurrencyListDocument.schema, "The currencies.",
                examples: [CurrencyListExamples.korean, CurrencyListExamples.english]),
            caching: .versioned { details.listVersion(at: $0.receivedAt) },
            handler: { request in
                let list = try await details.list(try request[Self.only], at: request.receivedAt)
                return EdgeReply.success(CurrencyListDocument(list: list, language: request.language))
                    .of(list.version)
            })
    }

    private var one: Route {
        Route(
            .get, "\(Self.path)/{code}",
            summary: "A currency as banks quote it: its rate, its transfer prices, its change.",
            details: CurrencyTexts.detail, parameters: [Self.code] + Self.written,
            answers: .data(
                CurrencyDetailDocument.schema, "The currency.",
                examples: [CurrencyExamples.yen, CurrencyExamples.dollar]),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { details.version(in: try $0[Self.base], at: $0.receivedAt) },
            handler: { request in
                let code = try request[Self.code]
                let answer = try await answer(to: request, [code])
                guard let detail = answer.details.first else { throw ServiceError.noRate(of: code) }
                let document = CurrencyDetailDocument(
                    detail: detail, language: request.language, isFromMemory: answer.isFromMemory)
                return EdgeReply.success(document).of(answer.version)
            })
    }

    private var multiple: Route {
        Route(
            .get, "\(Self.path)/multiple",
            summary: "Up to \(CurrencyDetails.mostCurrencies) currencies as banks quote them, in the order asked.",
            details: CurrencyTexts.multiple, parameters: [Self.codes] + Self.written,
            answers: .data(
                CurrencyDetailsDocument.schema, "The currencies.", example: CurrencyExamples.several),
            errors: [.dataNotReady, .notFound],
            caching: .versioned { details.version(in: try $0[Self.base], at: $0.receivedAt) },
            handler: { request in
                let answer = try await answer(to: request, try request[Self.codes])
                let document = CurrencyDetailsDocument(answer: answer, language: request.language)
                return EdgeReply.success(document).of(answer.version)
            })
    }

    private func answer(to request: EdgeRequest, _ currencies: [CurrencyCode]) async throws -> DetailAnswer {
        let question = DetailQuestion(
            base: try request[Self.base], currencies: currencies,
            significantDigits: try request[CommonParameter.precision])
        return try await details.answer(question, at: request.receivedAt)
    }
}

extension EdgeReply {
    /// The same reply, of that version where there is one.
    func of(_ version: AnswerVersion?) -> EdgeReply {
        guard let version else { return self }
        return of(version)
    }
}
