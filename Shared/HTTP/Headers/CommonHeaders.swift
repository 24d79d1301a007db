package import HTTPTypes

/// The headers that every answer of a service carries, whatever it is.
package struct CommonHeaders: Sendable {
    /// Who may read the answers.
    package let crossOrigin: CrossOrigin
    /// What a browser must not make of them.
    package let security: SecurityHeaders

    /// - Parameters:
    ///   - origins: whose pages may read the answers.
    ///   - strictTransport: for how long a browser is to ask over TLS only, nil for not at all.
    package init(origins: AllowedOrigins = .none, strictTransport: Duration? = nil) {
        crossOrigin = CrossOrigin(origins)
        security = SecurityHeaders(origins: origins, strictTransport: strictTransport)
    }

    /// Adds the headers. To be called once for each answer, after the answer's own are set.
    /// - Parameter origin: the request's `Origin`, nil if it sent none or could not be read.
    package func apply(to headers: inout HTTPFields, origin: String?) {
        security.apply(to: &headers)
        crossOrigin.apply(to: &headers, origin: origin)
    }
}
