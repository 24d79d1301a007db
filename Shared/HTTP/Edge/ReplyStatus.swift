import HTTPTypes

/// The statuses of answers that are not errors.
package enum ReplyStatus: Int, Sendable {
    case ok = 200
    case created = 201
    case accepted = 202

    var httpStatus: HTTPResponse.Status {
        switch self {
        case .ok: .ok
        case .created: .created
        case .accepted: .accepted
        }
    }
}
