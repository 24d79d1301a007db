package import HTTPTypes

/// What tells a browser to make nothing of the answers but what they are.
package struct SecurityHeaders: Sendable {
    /// The policy of answers that are data: nothing in them may load, run or be framed (CSP level 3).
    static let dataPolicy = "default-src 'none'; frame-ancestors 'none'"

    private let always: HTTPFields
    private let policy = HTTPField(name: .contentSecurityPolicy, value: Self.dataPolicy)

    /// - Parameters:
    ///   - origins: whose pages may read the answers; pictures among them may be shown on any page only if all may.
    ///   - strictTransport: for how long a browser is to ask over TLS only (RFC 6797), in whole seconds; nil says
    ///     nothing, which is right wherever the service can be reached without TLS.
    package init(origins: AllowedOrigins = .none, strictTransport: Duration? = nil) {
        var headers: HTTPFields = [
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "no-referrer",
            .xFrameOptions: "DENY",
            .crossOriginResourcePolicy: origins == .any ? "cross-origin" : "same-origin",
        ]
        if let strictTransport {
            headers[.strictTransportSecurity] = "max-age=\(strictTransport.components.seconds)"
        }
        always = headers
    }

    /// Adds the headers. A `Content-Security-Policy` that is there already stays: a page that a person reads brings
    /// its own.
    package func apply(to headers: inout HTTPFields) {
        if !headers.contains(.contentSecurityPolicy) { headers.append(policy) }
        headers.append(contentsOf: always)
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = valid("Referrer-Policy")
    fileprivate static let xFrameOptions = valid("X-Frame-Options")

    private static func valid(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a header name") }
        return name
    }
}
