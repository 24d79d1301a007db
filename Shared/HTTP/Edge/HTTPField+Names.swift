import HTTPTypes

extension HTTPField.Name {
    /// The name of a header that this library writes itself, in a form that is known to be valid.
    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a header name") }
        return name
    }

    static let correlationID = known("X-Correlation-ID")
    static let traceParent = known("traceparent")
}
