/// A currency of ISO 4217.
package struct Currency: Sendable, Hashable {
    /// The alphabetic code.
    package let code: CurrencyCode
    /// The numeric code, three digits.
    package let numeric: String
    /// Digits after the point in an amount of money: 2 for dollars and cents, 0 for won.
    package let minorUnits: Int
    /// The name in Korean.
    package let nameKorean: String
    /// The name in English.
    package let nameEnglish: String
    /// The short symbol, such as `$`, shared by several currencies; the code where there is none.
    package let symbol: String
    /// How many units a Korean bank's rate is for: 100 for JPY, IDR and VND, else 1.
    package let quotationUnit: Int
    /// The first day of its existence; nil when that was before 1999.
    package let introduced: Day?
    /// The last day of its existence; nil when it is in use.
    package let withdrawn: Day?

    /// The name in that language.
    package func name(in language: Language) -> String {
        switch language {
        case .ko: nameKorean
        case .en: nameEnglish
        }
    }

    /// Whether the currency existed on that day.
    package func exists(on day: Day) -> Bool {
        if let introduced, day < introduced { return false }
        if let withdrawn, day > withdrawn { return false }
        return true
    }
}

extension Currency {
    /// Every currency of the table, by code.
    package static let all: [Currency] = CurrencyTable.currencies

    /// The currency of that code, nil when the table has none.
    package static func named(_ code: CurrencyCode) -> Currency? { byCode[code] }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}
