import SharedDomain
import SharedHTTP

extension SearchAnswer: JSONRepresentable {
    func write(into writer: inout JSONWriter) {
        writer.object { document in
            document.member("query", question.text)
            document.array("matches") { all in
                for match in matches { all.element(SearchMatchDocument(match: match, language: question.language)) }
            }
            document.member("cache_hit", isFromMemory)
        }
    }

    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "SearchAnswer",
        [
            "query": .string("What was searched for, without spaces around it."),
            "matches": .array(
                of: SearchMatchDocument.schema, "The closest first.", count: 0...SearchRoute.mostMatches),
            "cache_hit": .boolean("Whether memory said which have a rate, rather than a store or another service."),
        ])
}

/// One match in the language of the answer.
struct SearchMatchDocument: Sendable, JSONRepresentable {
    /// What was found.
    enum Kind: String, Sendable, CaseIterable {
        case country
        case currency
    }

    let match: SearchMatch
    let language: Language

    func write(into writer: inout JSONWriter) {
        let currency = Currency.named(match.subject.currency)
        writer.object { document in
            switch match.subject {
            case .country(let country):
                document.member("type", Kind.country.rawValue)
                document.member("country_code", country.alpha2)
                document.member("country_name", country.name(in: language))
            case .currency(let currency):
                let place = currency.issuingPlace
                document.member("type", Kind.currency.rawValue)
                document.member("country_code", place?.code)
                document.member("country_name", place?.name(in: language))
            }
            document.member("currency_code", match.subject.currency)
            document.member("currency_name", currency?.name(in: language))
            document.member("symbol", currency?.symbol)
            document.member("names", names)
            document.object("matched") { matched in
                matched.member("field", match.reason.field.rawValue)
                matched.member("text", match.reason.text)
                matched.member("kind", match.reason.kind.rawValue)
            }
            document.member("score", match.reason.score)
            document.member("has_rate", match.hasRate)
            document.member("countries", countries)
        }
    }

    private var names: BothNames {
        BothNames(korean: match.subject.name(in: .ko), english: match.subject.name(in: .en))
    }

    private var countries: [Place] {
        guard case .currency(let currency) = match.subject else { return [] }
        return Place.using(currency.code, in: language)
    }
}

extension SearchMatchDocument {
    /// What `write(into:)` writes.
    static let schema = ValueSchema.object(
        named: "SearchMatch",
        [
            "type": .oneOf(Kind.self, "What was found."),
            "country_code": .countryCode(
                "The country; of a currency, the one that it is of (`EU` for the euro), or `null` for one of several."
            ).nullable,
            "country_name": .string("Its name in the language asked for.").nullable,
            "currency_code": .currencyCode("The currency, or the money of the country."),
            "currency_name": .string("Its name in the language asked for."),
            "symbol": .string("Short, such as `$`; several currencies share one."),
            "names": BothNames.schema,
            "matched": .object(
                named: "SearchReason",
                [
                    "field": .oneOf(SearchMatch.Field.self, "What the text is."),
                    "text": .string("The text that answers the query."),
                    "kind": .oneOf(SearchMatch.Kind.self, "How it answers."),
                ]),
            "score": .integer("How closely: higher is closer.", atLeast: 0, atMost: SearchScore.exactCode),
            "has_rate": .boolean(
                "Whether a price of the currency can be given now; `null` while that is not known."
            ).nullable,
            "countries": .array(
                of: Place.schema, "Where a currency that was found is used today, by code; empty for a country."),
        ])
}
