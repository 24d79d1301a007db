import SharedDomain

extension Period {
    /// The period of a field of a request.
    ///
    /// - Throws: `MISSING_PARAMETER` for an empty one, which is what a field that was left out says, and
    ///   `INVALID_PERIOD` for what is no period; both name the field.
    static func known(_ text: String, parameter: String) throws(ServiceError) -> Period {
        guard !text.isEmpty else { throw .missingParameter(parameter, expected: "a period such as 6m") }
        guard let period = Period(rawValue: text) else { throw .invalidPeriod(text, parameter: parameter) }
        return period
    }
}
