package import HTTPTypes

/// What lets pages from other origins read the answers (CORS, Fetch standard, section 3.3).
///
/// An origin that is not allowed gets no such header and is not told why; the browser then keeps the answer from the
/// page. Cookies play no part here, so the answers never allow credentials.
package struct CrossOrigin: Sendable {
    /// The headers of answers that a page may read, beyond those that any page may.
    static let exposedHeaders = [
        "X-Correlation-ID", "ETag", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
        "X-RateLimit-Window", "Retry-After",
    ]
    /// The headers of requests that a page may set, beyond those that any page may.
    static let allowedHeaders = [
        "Authorization", "Content-Type", "Idempotency-Key", "If-None-Match", "X-Correlation-ID", "traceparent",
        "tracestate",
    ]
    /// How long a browser may remember the answer to a preflight, in seconds: the longest that browsers in use heed.
    static let preflightSeconds = 7200

    /// Whose pages may read.
    package let origins: AllowedOrigins

    private let allowed: Set<String>
    private let always: HTTPFields
    private let expose = HTTPField(
        name: .accessControlExposeHeaders, value: Self.exposedHeaders.joined(separator: ", "))

    /// Answers that pages of these origins may read.
    package init(_ origins: AllowedOrigins) {
        self.origins = origins
        switch origins {
        case .none:
            allowed = []
            always = [:]
        case .any:
            allowed = []
            always = [.accessControlAllowOrigin: "*", expose.name: expose.value]
        case .only(let listed):
            allowed = listed
            always = [:]
        }
    }

    /// Adds what belongs to every answer, errors and 304 included.
    /// - Parameter origin: the request's `Origin`, nil if it sent none.
    package func apply(to headers: inout HTTPFields, origin: String?) {
        applyAlways(to: &headers)
        applyOrigin(to: &headers, origin: origin)
    }

    /// Adds what belongs to every answer, whoever asks.
    func applyAlways(to headers: inout HTTPFields) {
        headers.append(contentsOf: always)
    }

    /// Adds what depends on who asks.
    func applyOrigin(to headers: inout HTTPFields, origin: String?) {
        guard case .only = origins else { return }
        // Whoever keeps the answer must ask again for another origin, even if this one was refused.
        if let vary = headers[.vary] {
            headers[.vary] = vary + ", Origin"
        } else {
            headers.append(HTTPField(name: .vary, value: "Origin"))
        }
        guard let origin, allowed.contains(origin) else { return }
        headers.append(HTTPField(name: .accessControlAllowOrigin, value: origin))
        headers.append(expose)
    }

    /// What the answer to `OPTIONS` says beside that: which methods there are, and to a browser that asks before it
    /// sends a request (a preflight) what that request may be.
    ///
    /// The answer is 204 without a body, is asked neither for a key nor counted against a limit, and
    /// comes from `apply(to:origin:)` besides.
    /// - Parameters:
    ///   - request: the headers of the request.
    ///   - methods: what the path answers, `RouteMethod.allCases` for `OPTIONS *`.
    package func optionsHeaders(_ request: HTTPFields, methods: [RouteMethod]) -> HTTPFields {
        let names = RouteMethod.names(methods) + ", OPTIONS"
        guard request.contains(.accessControlRequestMethod), let origin = request[.origin], allows(origin) else {
            return [.allow: names]
        }
        return [
            .allow: names, .accessControlAllowMethods: names,
            .accessControlAllowHeaders: Self.allowedHeaders.joined(separator: ", "),
            .accessControlMaxAge: String(Self.preflightSeconds),
        ]
    }

    private func allows(_ origin: String) -> Bool {
        switch origins {
        case .none: false
        case .any: true
        case .only: allowed.contains(origin)
        }
    }
}

extension RouteMethod {
    /// What `Allow` says of methods: GET answers HEAD too.
    static func names(_ methods: [RouteMethod]) -> String {
        methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }.joined(separator: ", ")
    }
}
