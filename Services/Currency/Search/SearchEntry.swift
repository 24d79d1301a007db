import SharedDomain

/// A country or a currency with every text that it is found by.
struct SearchEntry: Sendable {
    /// A code, which is found only as a whole.
    struct Code: Sendable {
        let field: SearchMatch.Field
        let text: String
    }

    /// A symbol, which is found only as a whole.
    struct Symbol: Sendable {
        let text: String
        let compared: SymbolText
        let isAlias: Bool
    }

    let subject: SearchSubject
    let codes: [Code]
    let symbols: [Symbol]
    let names: [SearchName]
    /// The names of the country that a currency is of.
    let countryNames: [SearchName]

    /// A country, by its codes, its names and what else people call it.
    init(_ country: Country) {
        subject = .country(country)
        codes = [country.alpha2.description, country.alpha3].map { Code(field: .countryCode, text: $0) }
        symbols = []
        names = Self.names(of: country)
        countryNames = []
    }

    /// A currency, by its codes, its symbols, its names and what else people call it.
    init(_ currency: Currency) {
        let code = currency.code.description
        subject = .currency(currency)
        codes = [Code(field: .currencyCode, text: code), Code(field: .numericCode, text: currency.numeric)]
        symbols =
            [Symbol(text: currency.symbol, compared: SymbolText(currency.symbol), isAlias: false)]
            + SearchAliases.symbols(of: code).map { Symbol(text: $0, compared: SymbolText($0), isAlias: true) }
        names =
            [currency.nameKorean, currency.nameEnglish].flatMap { SearchName.all(.currencyName, $0) }
            + SearchAliases.names(of: code).map { SearchName(.alias, $0) }
        let country = Country.using(currency.code).first { $0.alpha2 == currency.issuingPlace?.code }
        countryNames = country.map(Self.names) ?? []
    }

    private static func names(of country: Country) -> [SearchName] {
        [country.nameKorean, country.nameEnglish].flatMap { SearchName.all(.countryName, $0) }
            + SearchAliases.names(of: country.alpha2.description).map { SearchName(.alias, $0) }
    }

    /// The best reason why it answers the query; nil when it does not.
    func reason(for query: SearchQuery) -> SearchMatch.Reason? {
        if let reason = exactCode(query) { return reason }
        var best = symbol(query) ?? codePrefix(query)
        guard !query.folded.isEmpty else { return best }
        for name in names {
            guard let reason = name.reason(for: query), reason.score > best?.score ?? 0 else { continue }
            best = reason
        }
        guard best?.score ?? 0 < SearchScore.countryOfMoney else { return best }
        return ofCountry(query) ?? scattered(query) ?? best
    }

    private func exactCode(_ query: SearchQuery) -> SearchMatch.Reason? {
        guard let asked = query.code, let code = codes.first(where: { $0.text == asked }) else { return nil }
        return SearchMatch.Reason(
            field: code.field, text: code.text, kind: .exactCode, score: SearchScore.exactCode)
    }

    private func symbol(_ query: SearchQuery) -> SearchMatch.Reason? {
        guard !query.symbol.text.isEmpty, let symbol = symbols.first(where: { $0.compared == query.symbol })
        else { return nil }
        return SearchMatch.Reason(
            field: symbol.isAlias ? .alias : .symbol, text: symbol.text, kind: .exactSymbol,
            score: SearchScore.exactSymbol - (symbol.isAlias ? SearchScore.aliasLoss : 0))
    }

    /// The first two letters of a currency's code are those of its country (ISO 4217).
    private func codePrefix(_ query: SearchQuery) -> SearchMatch.Reason? {
        guard let asked = query.code, asked.count == 2,
            let code = codes.first(where: { $0.field == .currencyCode && $0.text.hasPrefix(asked) })
        else { return nil }
        return SearchMatch.Reason(
            field: .currencyCode, text: code.text, kind: .codePrefix, score: SearchScore.codePrefix)
    }
}

extension SearchName {
    /// A name, and once more with the saint written out that English names abbreviate.
    fileprivate static func all(_ field: SearchMatch.Field, _ text: String) -> [SearchName] {
        let plain = SearchName(field, text)
        guard text.hasPrefix("St. ") else { return [plain] }
        return [plain, SearchName(field, text, comparedAs: "Saint " + text.dropFirst("St. ".count))]
    }
}
