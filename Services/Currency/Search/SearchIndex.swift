import SharedDomain

/// Every country and currency, ready to be searched. Built once; a search looks at each of some 420 entries and takes
/// time in proportion to their names.
///
/// The closest match comes first (`SearchMatch.Kind`). Among equals: what has a rate; then currencies and the countries
/// that they are of, before those that use another's money; then the more traded currency (`TradedCurrencies`); then a
/// country before its currency; then the name, and the code.
struct SearchIndex: Sendable {
    /// Over the tables.
    static let standard = SearchIndex(countries: Country.all, currencies: Currency.all)

    private let entries: [SearchEntry]

    init(countries: [Country], currencies: [Currency]) {
        entries = countries.map(SearchEntry.init) + currencies.map(SearchEntry.init)
    }

    /// What answers the query, the closest first. Guesses at typing errors and parts within words are left out
    /// where something is meant to the letter; all but symbols are, where a symbol is.
    /// - Parameters:
    ///   - priced: The currencies that have a rate; nil where no layer says.
    ///   - language: Whose names order what is equal otherwise.
    func find(
        _ text: String, limit: Int, priced: Set<CurrencyCode>?, language: Language
    ) -> [SearchMatch] {
        let query = SearchQuery(text)
        guard !query.folded.isEmpty || !query.symbol.text.isEmpty else { return [] }
        var found: [SearchMatch] = []
        for entry in entries {
            guard let reason = entry.reason(for: query) else { continue }
            found.append(
                SearchMatch(
                    subject: entry.subject, reason: reason, hasRate: priced?.contains(entry.subject.currency)))
        }
        if found.contains(where: { $0.reason.score >= SearchScore.exact }) {
            found.removeAll { $0.reason.kind == .typo || $0.reason.kind == .substring }
        }
        if query.hasPunctuation, found.contains(where: { $0.reason.kind == .exactSymbol }) {
            found.removeAll { $0.reason.kind != .exactSymbol }
        }
        let ordered = found.map { (key: SortKey($0, language), match: $0) }.sorted { $0.key < $1.key }
        return ordered.prefix(limit).map(\.match)
    }
}

/// What matches are ordered by, the first first.
private struct SortKey: Comparable {
    private let numbers: [Int]
    private let texts: [String]

    init(_ match: SearchMatch, _ language: Language) {
        let subject = match.subject
        let (isCurrency, code) =
            switch subject {
            case .country(let country): (0, country.alpha2.description)
            case .currency(let currency): (1, currency.code.description)
            }
        numbers = [
            -match.reason.score, match.hasRate == true ? 0 : 1, subject.isIssuer ? 0 : 1,
            TradedCurrencies.place(of: subject.currency), isCurrency,
        ]
        texts = [subject.name(in: language), code]
    }

    static func < (one: SortKey, other: SortKey) -> Bool {
        if one.numbers != other.numbers { return one.numbers.lexicographicallyPrecedes(other.numbers) }
        return one.texts.lexicographicallyPrecedes(other.texts)
    }
}
