import SharedDomain
import SharedHTTP

/// The currencies that are quoted now, with the names that the Frankfurter API gives them.
struct FrankfurterCurrencies: JSONRepresentable {
    /// By code, the pivot among them; empty when there is no current rate at all.
    let codes: [CurrencyCode]

    /// Those that the source has quoted in the days before the current one for which its sheets answer.
    init(of book: SourceBook?, today: Day) {
        let current = FrankfurterDates.current(today, in: book)
        let window = current.adding(days: -FrankfurterAnswer.lookBack).number...current.number
        let quoted = (book?.legs ?? [:]).filter { code, leg in
            code != book?.pivot && !leg.places(from: window.lowerBound, to: window.upperBound).isEmpty
        }.keys
        codes = quoted.isEmpty ? [] : (quoted + [book?.pivot].compactMap(\.self)).sorted()
    }

    /// The name in English.
    static func name(of code: CurrencyCode) -> String {
        otherNames[code.description] ?? Currency.named(code)?.nameEnglish ?? code.description
    }

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            for code in codes { object.member(code.description, Self.name(of: code)) }
        }
    }

    /// Where that API calls a currency otherwise than Unicode does.
    private static let otherNames = [
        "CNY": "Chinese Renminbi Yuan", "ILS": "Israeli New Sheqel", "PLN": "Polish Złoty",
        "USD": "United States Dollar",
    ]
}
