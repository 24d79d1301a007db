package import SharedDomain

extension ValueRule where Value == CountryCode {
    /// A country of ISO 3166-1 by its alpha-2 code, in capitals or not.
    package static var country: ValueRule<CountryCode> {
        ValueRule(
            expected: "an ISO 3166-1 alpha-2 country code such as JP", code: .invalidCountryCode,
            schema: ValueSchema(
                kind: .string, allowed: KnownCodes.countries,
                description: "An ISO 3166-1 alpha-2 code; small letters are read too.", name: "Country"),
            text: \.description,
            fromText: { (text) throws(ValueRefusal) in
                guard let code = CountryCode(text), Country.named(code) != nil else {
                    throw ValueRefusal(provided: text)
                }
                return code
            })
    }
}
