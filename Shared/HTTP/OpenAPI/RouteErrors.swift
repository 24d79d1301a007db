import HTTPTypes
import SharedDomain

/// The errors that a route can answer, worked out from what it declares.
struct RouteErrors {
    let route: Route
    let maximumBodyBytes: Int

    /// The codes by status, in ascending order, each code once.
    var byStatus: [(status: Int, codes: [ErrorCode])] {
        let possible = Set(codes)
        let statuses = Set(possible.map(\.httpStatus.code)).sorted()
        return statuses.map { status in
            (status, ErrorCode.allCases.filter { $0.httpStatus.code == status && possible.contains($0) })
        }
    }

    private var codes: [ErrorCode] {
        // A query that cannot be read, and a key that is none, are refused on every route.
        var codes: [ErrorCode] = [.invalidParameter, .unauthorized, .internalError]
        codes += route.errors
        codes += facts.map(\.code)
        if facts.contains(where: { $0.isRequired && $0.location != .path }) { codes.append(.missingParameter) }
        if case .requires = route.access { codes.append(.forbidden) }
        if hasBody { codes += [.payloadTooLarge, .unsupportedMediaType] }
        if !route.isProbe { codes.append(.rateLimitExceeded) }
        // What waits is cut off at its time limit.
        if case .waiting = route.handler { codes.append(.dataNotReady) }
        return codes
    }

    private var facts: [ParameterFacts] { route.parameters.map(\.facts) }

    private var hasBody: Bool { facts.contains { $0.location == .body } }

    /// An error of that code as this route words it.
    func example(of code: ErrorCode) -> ServiceError {
        switch code {
        case .missingParameter:
            if let facts = facts.first(where: { $0.isRequired && $0.location != .path }) {
                return .missingParameter(facts.name, expected: facts.expected)
            }
        case .invalidParameter where route.dialect == .plain:
            return .malformed(
                "query", "'base=%zz' is not percent-encoded UTF-8", expected: "percent-encoded UTF-8 without U+0000")
        case .invalidParameter:
            let allowed = facts.filter { $0.location == .query }.map(\.name)
            return .unknownName("colour", kind: "query parameter", provided: "red", allowed: allowed)
        case .invalidCurrencyCode, .invalidCountryCode, .invalidPeriod, .invalidDate:
            if let facts = facts.first(where: { $0.code == code }) {
                return .invalidParameter(facts.name, provided: "?", expected: facts.expected, code: code)
            }
        case .payloadTooLarge:
            return ServiceError(
                code, "The body is larger than \(maximumBodyBytes) bytes.",
                details: ["parameter": "body", "expected": "at most \(maximumBodyBytes) bytes"])
        default:
            break
        }
        return ServiceError(code, code.meaning)
    }
}

extension ErrorCode {
    /// What the code says, in a sentence for a person.
    var meaning: String {
        switch self {
        case .missingParameter: "A required parameter is absent."
        case .invalidParameter: "A parameter is unknown, repeated, or not as it must be."
        case .invalidCurrencyCode: "A value is not an ISO 4217 currency code."
        case .invalidCountryCode: "A value is not an ISO 3166-1 alpha-2 country code."
        case .invalidPeriod: "A value is not one of the periods."
        case .invalidDate: "A value is not a day or a moment of the calendar."
        case .unauthorized: "The key or the token in Authorization is wrong, or one is needed and none was sent."
        case .forbidden: "The key or the token may not do this."
        case .notFound: "What was asked for is not there."
        case .methodNotAllowed: "The path is known, but not with this method."
        case .payloadTooLarge: "The body is too large."
        case .unsupportedMediaType: "The body must be application/json in UTF-8, without a content encoding."
        case .rateLimitExceeded: "Too many requests; Retry-After says when to go on."
        case .internalError: "The request could not be completed because of an internal error."
        case .dataNotReady: "There is nothing to answer with yet, or not in time; worth another try."
        case .databaseUnavailable: "The store does not answer; worth another try."
        case .cacheUnavailable: "A cache does not answer; worth another try."
        case .externalAPIError: "Another service or source does not answer; worth another try."
        }
    }
}
