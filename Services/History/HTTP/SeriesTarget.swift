import SharedDomain
import SharedHTTP

/// Which series are asked for: that of one currency, or those of all.
enum SeriesTarget: Sendable, Hashable, CustomStringConvertible {
    case one(CurrencyCode)
    case all

    /// As a client writes it.
    var description: String {
        switch self {
        case .one(let code): code.description
        case .all: Self.allText
        }
    }

    /// How a client writes all of them.
    static let allText = "all"
}

extension ValueRule where Value == SeriesTarget {
    /// A currency of ISO 4217, or `all`.
    static var currencyOrAll: ValueRule<SeriesTarget> {
        let currency = ValueRule<CurrencyCode>.currency
        return ValueRule(
            expected: "\(currency.expected), or '\(SeriesTarget.allText)'", code: currency.code,
            schema: .oneOf(
                currency.schema.allowed + [SeriesTarget.allText],
                "An ISO 4217 code, small letters are read too; or `\(SeriesTarget.allText)`."
            ).named("CurrencyOrAll"),
            text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                if text == SeriesTarget.allText { return .all }
                guard let code = CurrencyCode(text), Currency.named(code) != nil else {
                    throw ValueRefusal(provided: text)
                }
                return .one(code)
            })
    }
}
