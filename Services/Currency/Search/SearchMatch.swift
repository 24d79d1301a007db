import SharedDomain

/// What a search found: a country or a currency, and why.
struct SearchMatch: Sendable {
    /// How a text answers a query, the closest first.
    enum Kind: String, Sendable, CaseIterable {
        /// The whole of a code.
        case exactCode = "exact_code"
        /// The whole of a name.
        case exactName = "exact_name"
        /// The whole of a symbol.
        case exactSymbol = "exact_symbol"
        /// The whole name of a currency's unit, which is the last word of the currency's name.
        case unitName = "unit_name"
        /// The beginning of a name.
        case namePrefix = "name_prefix"
        /// The beginning of a word in a name of it or of its country, or words of several such names.
        case wordPrefix = "word_prefix"
        /// The beginning of a currency's code: that of its country.
        case codePrefix = "code_prefix"
        /// Leading consonants of Hangul syllables, or a syllable that is not finished yet.
        case initials
        /// A part of a name.
        case substring
        /// A name or a word of it, but for one edit.
        case typo
    }

    /// What the text that answers is.
    enum Field: String, Sendable, CaseIterable {
        case countryCode = "country_code"
        case countryName = "country_name"
        case currencyCode = "currency_code"
        case numericCode = "numeric_code"
        case currencyName = "currency_name"
        case symbol
        case alias
    }

    /// The text that answers the query best.
    struct Reason: Sendable {
        let field: Field
        let text: String
        let kind: Kind
        /// How well, higher is better: see `SearchScore`.
        let score: Int
    }

    let subject: SearchSubject
    let reason: Reason
    /// Whether the currency has a rate now; nil where no layer says.
    let hasRate: Bool?
}

/// What can be searched for.
enum SearchSubject: Sendable {
    case country(Country)
    case currency(Currency)

    /// The money of the country, or the currency itself.
    var currency: CurrencyCode {
        switch self {
        case .country(let country): country.currency
        case .currency(let currency): currency.code
        }
    }

    /// The name in that language.
    func name(in language: Language) -> String {
        switch self {
        case .country(let country): country.name(in: language)
        case .currency(let currency): currency.name(in: language)
        }
    }

    /// Whether it is a currency, or a country that its money is of: the United States rather than Ecuador.
    var isIssuer: Bool {
        switch self {
        case .country(let country): country.isIssuerOfItsMoney
        case .currency: true
        }
    }
}
