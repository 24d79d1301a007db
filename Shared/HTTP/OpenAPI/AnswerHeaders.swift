/// The headers of answers: which answer has which, and what they say.
enum AnswerHeaders {
    /// One header that the edge sets.
    struct Header {
        let name: String
        let schema: ValueSchema
        /// Whether every answer that names it has it.
        let isAlwaysThere: Bool
    }

    static let correlationID = Header(
        name: "X-Correlation-ID",
        schema: .string(
            "The name of the request in our logs: the client's own if it sent a well-formed one.",
            pattern: "^[A-Za-z0-9._-]{1,128}$"),
        isAlwaysThere: true)
    static let traceParent = Header(
        name: "traceparent", schema: .string("The place of the request in a trace (W3C Trace Context)."),
        isAlwaysThere: false)
    static let cacheControl = Header(
        name: "Cache-Control",
        schema: .string("How long the answer holds: never past the next expected change of the data."),
        isAlwaysThere: false)
    static let entityTag = Header(
        name: "ETag",
        schema: .string(
            "Changes whenever any value of the answer may have changed. Sent back as If-None-Match it is answered 304."
        ),
        isAlwaysThere: false)
    static let retryAfter = Header(
        name: "Retry-After", schema: .integer("Seconds after which another try is worthwhile.", atLeast: 0),
        isAlwaysThere: true)
    static let authenticate = Header(
        name: "WWW-Authenticate", schema: .string("Which kind of proof is expected (RFC 6750)."),
        isAlwaysThere: false)
    static let limits = [
        Header(
            name: "X-RateLimit-Limit",
            schema: .integer("Requests that this client may make in a window. Absent where there is no limit."),
            isAlwaysThere: false),
        Header(
            name: "X-RateLimit-Remaining", schema: .integer("Requests left in this window."), isAlwaysThere: false),
        Header(
            name: "X-RateLimit-Reset", schema: .unixSeconds("When a request more is allowed again, in Unix seconds."),
            isAlwaysThere: false),
        Header(
            name: "X-RateLimit-Window", schema: .integer("Length of the window, in seconds."), isAlwaysThere: false),
    ]

    /// All of them, for the document's components.
    static let all = [correlationID, traceParent, cacheControl, entityTag, retryAfter, authenticate] + limits

    /// The headers of one status of a route.
    static func of(status: Int, _ route: Route) -> [Header] {
        var headers = [correlationID, traceParent, cacheControl]
        if case .versioned = route.caching, status == 200 || status == 304 { headers.append(entityTag) }
        if status == 401 { headers.append(authenticate) }
        if status == 429 || status == 503 { headers.append(retryAfter) }
        if !route.isProbe { headers += limits }
        return headers
    }
}
