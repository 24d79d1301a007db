package import SharedDomain

extension CurrencyCode {
    /// The currency of a field of a request.
    ///
    /// - Throws: `MISSING_PARAMETER` for an empty one, which is what a field that was left out says, and
    ///   `INVALID_CURRENCY_CODE` for what is no currency; both name the field.
    package static func known(_ text: String, parameter: String) throws(ServiceError) -> CurrencyCode {
        guard !text.isEmpty else {
            throw .missingParameter(parameter, expected: "an ISO 4217 code of three letters such as USD")
        }
        guard let code = CurrencyCode(text), Currency.named(code) != nil else {
            throw .invalidCurrencyCode(text, parameter: parameter)
        }
        return code
    }
}
