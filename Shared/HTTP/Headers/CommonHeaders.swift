package import HTTPTypes

/// The headers that every answer of a service carries, whatever it is.
package struct CommonHeaders: Sendable {
    /// Who may read the answers.
    package let crossOrigin: CrossOrigin
    /// What a browser must not make of them.
    package let security: SecurityHeaders

    /// What all answers say alike.
    private let always: HTTPFields
    /// The same for an answer with a policy of its own.
    private let alwaysButPolicy: HTTPFields

    /// - Parameters:
    ///   - origins: whose pages may read the answers.
    ///   - strictTransport: for how long a browser is to ask over TLS only, nil for not at all.
    package init(origins: AllowedOrigins = .none, strictTransport: Duration? = nil) {
        crossOrigin = CrossOrigin(origins)
        security = SecurityHeaders(origins: origins, strictTransport: strictTransport)
        var always: HTTPFields = [:]
        security.apply(to: &always)
        crossOrigin.applyAlways(to: &always)
        self.always = always
        always[.contentSecurityPolicy] = nil
        alwaysButPolicy = always
    }

    /// Adds the headers. To be called once for each answer, after the answer's own are set.
    /// - Parameter origin: the request's `Origin`, nil if it sent none or could not be read.
    package func apply(to headers: inout HTTPFields, origin: String?) {
        headers = around(headers, room: 2)
        crossOrigin.applyOrigin(to: &headers, origin: origin)
    }

    /// An answer's own headers and those that do not depend on the request, with room for more.
    func around(_ own: HTTPFields, room: Int) -> HTTPFields {
        var headers = own.contains(.contentSecurityPolicy) ? alwaysButPolicy : always
        headers.reserveCapacity(headers.count + own.count + room)
        headers.append(contentsOf: own)
        return headers
    }
}
