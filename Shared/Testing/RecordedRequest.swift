/// A request as a `ScriptableUpstream` received it.
package struct RecordedRequest: Sendable, Hashable {
    /// Such as `GET`.
    package let method: String
    /// The path, without the query.
    package let path: String
    /// The query as it was sent, without the question mark; nil when there is none.
    package let query: String?
    /// Header fields by lower-case name; of several with one name, the last.
    package let headers: [String: String]
    /// The whole body.
    package let body: [UInt8]
}
