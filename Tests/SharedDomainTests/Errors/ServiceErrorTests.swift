import SharedDomain
import Testing

@Suite("Service errors")
struct ServiceErrorTests {
    @Test("the codes are those of the public contract")
    func codes() {
        #expect(
            ErrorCode.allCases.map(\.rawValue) == [
                "MISSING_PARAMETER", "INVALID_PARAMETER", "INVALID_CURRENCY_CODE", "INVALID_COUNTRY_CODE",
                "INVALID_PERIOD", "INVALID_DATE", "UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "METHOD_NOT_ALLOWED",
                "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "RATE_LIMIT_EXCEEDED", "INTERNAL_ERROR",
                "DATA_NOT_READY", "DATABASE_UNAVAILABLE", "CACHE_UNAVAILABLE", "EXTERNAL_API_ERROR",
            ])
    }

    @Test("an invalid parameter is named with what was given and what was expected, in both forms")
    func invalidParameter() {
        let error = ServiceError.invalidParameter("limit", provided: "-1", expected: "1 to 50")
        #expect(error.code == .invalidParameter)
        #expect(error.message == "Parameter 'limit' is '-1', expected 1 to 50.")
        #expect(error.details == ["parameter": "limit", "provided": "-1", "expected": "1 to 50"])
    }

    @Test("each kind of wrong value has its own code")
    func kinds() {
        #expect(ServiceError.missingParameter("target", expected: "a code").code == .missingParameter)
        #expect(ServiceError.invalidCurrencyCode("us d", parameter: "base").code == .invalidCurrencyCode)
        #expect(ServiceError.invalidCountryCode("XX", parameter: "country").code == .invalidCountryCode)
        #expect(ServiceError.invalidDate("2010-31-01", parameter: "from").code == .invalidDate)
        let period = ServiceError.invalidPeriod("4w")
        #expect(period.code == .invalidPeriod && period.details["expected"]?.contains("10y") == true)
    }

    @Test("a client's text is repeated only in part and without control characters")
    func quotation() {
        let long = ServiceError.invalidCurrencyCode(String(repeating: "A", count: 500), parameter: "base")
        #expect(long.details["provided"] == String(repeating: "A", count: 64) + "…")
        let control = ServiceError.invalidCurrencyCode("U\u{0}S\r\n\u{1B}[31m", parameter: "base")
        #expect(control.message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        // One letter with a thousand accents is still a thousand scalars.
        let accents = ServiceError.quoted("e" + String(repeating: "\u{301}", count: 1000))
        #expect(accents.unicodeScalars.count == 65)
    }
}
