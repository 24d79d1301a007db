import HTTPTypes
import SharedDomain

extension ErrorCode {
    /// The HTTP status of an error: the one place where the two meet.
    var httpStatus: HTTPResponse.Status {
        switch self {
        case .missingParameter, .invalidParameter, .invalidCurrencyCode, .invalidCountryCode, .invalidPeriod,
            .invalidDate:
            .badRequest
        case .unauthorized: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .payloadTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .rateLimitExceeded: .tooManyRequests
        case .internalError: .internalServerError
        case .dataNotReady, .databaseUnavailable, .cacheUnavailable, .externalAPIError: .serviceUnavailable
        }
    }

    /// Whether the same request may succeed later, so that the answer says when to try again.
    var deservesRetry: Bool {
        switch httpStatus {
        case .serviceUnavailable, .tooManyRequests: true
        default: false
        }
    }
}
