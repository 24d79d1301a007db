package import SharedDomain

extension ValueRule where Value == CurrencyCode {
    /// A currency of ISO 4217, in capitals or not.
    package static var currency: ValueRule<CurrencyCode> {
        ValueRule(
            expected: "an ISO 4217 currency code such as USD", code: .invalidCurrencyCode,
            schema: ValueSchema(
                kind: .string, allowed: KnownCodes.currencies,
                description: "An ISO 4217 code; small letters are read too.", name: "Currency"),
            text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let code = CurrencyCode(text), Currency.named(code) != nil else {
                    throw ValueRefusal(provided: text)
                }
                return code
            })
    }
}

extension ValueRule where Value == [CurrencyCode] {
    /// Different currencies separated by commas, in the order asked; one that is repeated counts once.
    ///
    /// `count` bounds how many different ones are allowed.
    package static func currencies(_ count: ClosedRange<Int>) -> ValueRule<[CurrencyCode]> {
        .list(of: .currency, count)
    }
}

extension ValueRule where Value == ExactDecimal {
    /// A decimal in plain notation within `range`: no exponent, at most 34 digits. In a JSON body a number, or a
    /// string with the same digits.
    package static func decimal(_ range: ClosedRange<ExactDecimal>) -> ValueRule<ExactDecimal> {
        ValueRule(
            expected: "a plain decimal number from \(range.lowerBound) to \(range.upperBound)",
            schema: ValueSchema(
                kind: .number, minimum: range.lowerBound.description, maximum: range.upperBound.description),
            text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let value = ExactDecimal(text), range.contains(value) else { throw ValueRefusal(provided: text) }
                return value
            })
    }

    /// An amount of money from 0 to 10^15, in plain notation.
    package static var amount: ValueRule<ExactDecimal> {
        .decimal(.zero...ExactDecimal(1_000_000_000_000_000))
    }
}
