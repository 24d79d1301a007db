/// Where a parameter is found in a request.
package enum ParameterLocation: String, Sendable, CaseIterable {
    /// After the question mark of the target.
    case query
    /// A `{name}` segment of the route's template.
    case path
    /// A request header.
    case header
    /// A member of the JSON object in the body.
    case body
}
