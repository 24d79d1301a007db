/// What went wrong, in the words of the public contract; the raw value is what a client reads.
///
/// The HTTP status and the gRPC status of each code are given in exactly one place each, at those edges.
package enum ErrorCode: String, Sendable, CaseIterable {
    case missingParameter = "MISSING_PARAMETER"
    case invalidParameter = "INVALID_PARAMETER"
    case invalidCurrencyCode = "INVALID_CURRENCY_CODE"
    case invalidCountryCode = "INVALID_COUNTRY_CODE"
    case invalidPeriod = "INVALID_PERIOD"
    case invalidDate = "INVALID_DATE"
    case unauthorized = "UNAUTHORIZED"
    case forbidden = "FORBIDDEN"
    case notFound = "NOT_FOUND"
    case methodNotAllowed = "METHOD_NOT_ALLOWED"
    case payloadTooLarge = "PAYLOAD_TOO_LARGE"
    case unsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
    case rateLimitExceeded = "RATE_LIMIT_EXCEEDED"
    case internalError = "INTERNAL_ERROR"
    case dataNotReady = "DATA_NOT_READY"
    case databaseUnavailable = "DATABASE_UNAVAILABLE"
    case cacheUnavailable = "CACHE_UNAVAILABLE"
    case externalAPIError = "EXTERNAL_API_ERROR"
}
