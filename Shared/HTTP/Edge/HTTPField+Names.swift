import HTTPTypes

extension HTTPField.Name {
    /// The name of a header that this library writes itself, in a form that is known to be valid.
    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a header name") }
        return name
    }

    static let correlationID = known("X-Correlation-ID")
    static let traceParent = known("traceparent")
    static let traceState = known("tracestate")
    static let rateLimit = known("X-RateLimit-Limit")
    static let rateLimitRemaining = known("X-RateLimit-Remaining")
    static let rateLimitReset = known("X-RateLimit-Reset")
    static let rateLimitWindow = known("X-RateLimit-Window")
}
