import HTTPTypes

/// The statuses that a handler may answer with. What is refused in the envelope is thrown instead, as `ServiceError`.
package enum ReplyStatus: Int, Sendable {
    case ok = 200
    case created = 201
    case accepted = 202
    /// For a document of its own that says so.
    case notFound = 404
    /// For a document of its own that says what of a well-formed request cannot be answered.
    case unprocessable = 422

    var httpStatus: HTTPResponse.Status {
        switch self {
        case .ok: .ok
        case .created: .created
        case .accepted: .accepted
        case .notFound: .notFound
        case .unprocessable: .unprocessableContent
        }
    }
}
