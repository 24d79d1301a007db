package import HTTPTypes

/// A request that the contract is tested with.
package struct ContractRequest: Sendable {
    /// The method.
    package let method: HTTPRequest.Method
    /// The path and the query.
    package let target: String
    /// The headers.
    package var headers: HTTPFields
    /// The body, nil for none.
    package let body: String?

    /// A request; a body is sent as JSON unless a header says otherwise.
    package init(_ method: HTTPRequest.Method, _ target: String, headers: HTTPFields = [:], body: String? = nil) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        if body != nil, headers[.contentType] == nil { self.headers[.contentType] = "application/json" }
    }

    /// `GET /a?b=c`, for messages.
    var name: String { "\(method.rawValue) \(target)" }
}
