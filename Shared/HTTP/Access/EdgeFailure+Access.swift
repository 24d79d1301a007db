import HTTPTypes
import SharedDomain

extension EdgeFailure {
    /// 401 for a request that shows nothing where something is needed: without an error code (RFC 6750, section 3.1).
    static func missingCredentials(_ scope: Scope) -> EdgeFailure {
        EdgeFailure(
            error: ServiceError(
                .unauthorized,
                "This needs a key with the scope '\(scope.rawValue)': send it as 'Authorization: Bearer <key>'.",
                details: ["parameter": "Authorization", "expected": "Bearer <key>"]),
            headers: [.wwwAuthenticate: "Bearer scope=\"\(scope.rawValue)\""])
    }

    /// 401 for what was shown but is not valid; `reason` is a sentence without secrets.
    static func invalidCredentials(_ reason: String) -> EdgeFailure {
        EdgeFailure(
            error: ServiceError(
                .unauthorized, reason, details: ["parameter": "Authorization", "expected": "Bearer <key>"]),
            headers: [.wwwAuthenticate: "Bearer error=\"invalid_token\""])
    }

    /// 403 for a valid key without the scope.
    static func insufficientScope(_ scope: Scope) -> EdgeFailure {
        EdgeFailure(
            error: ServiceError(
                .forbidden, "The key does not have the scope '\(scope.rawValue)', which this needs.",
                details: ["parameter": "Authorization", "expected": "scope \(scope.rawValue)"]),
            headers: [.wwwAuthenticate: "Bearer error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""])
    }

    /// 503 while the keys that tokens are signed with cannot be had.
    static func tokenKeysUnavailable() -> EdgeFailure {
        EdgeFailure(
            error: ServiceError(
                .externalAPIError, "The keys that tokens are checked with are not available yet; try again soon."))
    }
}
