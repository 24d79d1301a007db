extension ServiceError {
    /// The most characters of a client's own text that an error repeats.
    package static let longestQuotation = 64

    /// A required parameter is absent.
    package static func missingParameter(_ name: String, expected: String) -> ServiceError {
        ServiceError(
            .missingParameter, "Parameter '\(name)' is required: \(expected).",
            details: ["parameter": name, "expected": expected])
    }

    /// A parameter's value is not one of those allowed; `code` says so more closely for codes, periods and dates.
    package static func invalidParameter(
        _ name: String, provided: String, expected: String, code: ErrorCode = .invalidParameter
    ) -> ServiceError {
        let quotation = quoted(provided)
        return ServiceError(
            code, "Parameter '\(name)' is '\(quotation)', expected \(expected).",
            details: ["parameter": name, "provided": quotation, "expected": expected])
    }

    /// The text is not a currency code we know.
    package static func invalidCurrencyCode(_ provided: String, parameter: String) -> ServiceError {
        invalidParameter(
            parameter, provided: provided, expected: "an ISO 4217 code of three letters such as USD",
            code: .invalidCurrencyCode)
    }

    /// The text is not a country code we know.
    package static func invalidCountryCode(_ provided: String, parameter: String) -> ServiceError {
        invalidParameter(
            parameter, provided: provided, expected: "an ISO 3166-1 code of two letters such as JP",
            code: .invalidCountryCode)
    }

    /// The text is not a period.
    package static func invalidPeriod(_ provided: String, parameter: String = "period") -> ServiceError {
        let allowed = Period.allCases.map(\.rawValue).joined(separator: ", ")
        return invalidParameter(parameter, provided: provided, expected: "one of \(allowed)", code: .invalidPeriod)
    }

    /// The text is not a day.
    package static func invalidDate(_ provided: String, parameter: String) -> ServiceError {
        invalidParameter(
            parameter, provided: provided, expected: "a day such as 2026-10-30", code: .invalidDate)
    }

    /// What was asked for is not there; `message` names it.
    package static func notFound(_ message: String, details: [String: String] = [:]) -> ServiceError {
        ServiceError(.notFound, message, details: details)
    }

    /// Nothing is held yet to answer with; worth another try later.
    package static func dataNotReady(_ message: String) -> ServiceError {
        ServiceError(.dataNotReady, message)
    }

    /// A failure of ours; `message` must be fit for a client.
    package static func internalError(
        _ message: String = "The request could not be completed because of an internal error."
    ) -> ServiceError {
        ServiceError(.internalError, message)
    }

    /// Someone else's text made safe to repeat: bounded, and without control characters.
    package static func quoted(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars.prefix(longestQuotation) {
            safe.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return text.unicodeScalars.count > longestQuotation ? safe + "…" : safe
    }
}
