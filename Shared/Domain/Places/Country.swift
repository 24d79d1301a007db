/// A country or territory of ISO 3166-1, and the money used there.
package struct Country: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    package let alpha2: CountryCode
    /// ISO 3166-1 alpha-3.
    package let alpha3: String
    /// The short name in Korean.
    package let nameKorean: String
    /// The short name in English.
    package let nameEnglish: String
    /// The money a traveller pays with today.
    package let currency: CurrencyCode
    /// When the country took the euro as a member of the euro area; nil outside it, even where euros are used.
    package let joinedEuroArea: Day?

    /// Whether the country is a member of the euro area today.
    package var isEuroArea: Bool { joinedEuroArea != nil }

    /// The short name in that language.
    package func name(in language: Language) -> String {
        switch language {
        case .ko: nameKorean
        case .en: nameEnglish
        }
    }
}

extension Country {
    /// Every country, by alpha-2 code.
    package static let all: [Country] = CountryTable.countries

    /// The country of that code, nil when ISO 3166-1 has none.
    package static func named(_ code: CountryCode) -> Country? { byAlpha2[code] }

    /// The country of that alpha-3 code in capitals, nil when ISO 3166-1 has none.
    package static func named(alpha3 code: some StringProtocol) -> Country? { byAlpha3[String(code)] }

    /// The countries where that money is used today, by alpha-2 code.
    package static func using(_ currency: CurrencyCode) -> [Country] { byCurrency[currency] ?? [] }

    private static let byAlpha2 = Dictionary(all.map { ($0.alpha2, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byAlpha3 = Dictionary(all.map { ($0.alpha3, $0) }, uniquingKeysWith: { first, _ in first })
    private static let byCurrency = Dictionary(grouping: all, by: \.currency)
}
