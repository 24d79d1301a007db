import HTTPTypes
package import NIOCore
import SharedDomain

/// What a handler answers. Errors are thrown instead, as `ServiceError`.
package struct EdgeReply: Sendable {
    enum Content: Sendable {
        /// A value to send inside the envelope.
        case data(any JSONRepresentable & Sendable)
        /// A value to send as the whole document.
        case document(any JSONRepresentable & Sendable)
        /// Bytes that are ready to be sent.
        case bytes(ByteBuffer, mediaType: String)
        /// Bytes that are made while they are sent.
        case stream(StreamedBody, mediaType: String)
    }

    var status: HTTPResponse.Status
    let content: Content
    var headers: HTTPFields = [:]
    /// The version that it was made from, where the handler says so.
    var version: AnswerVersion?

    /// `data` in the envelope of every endpoint under `/api/v1`.
    package static func success(
        _ data: some JSONRepresentable & Sendable, status: ReplyStatus = .ok
    ) -> EdgeReply {
        EdgeReply(status: status.httpStatus, content: .data(data))
    }

    /// `document` without an envelope, as the oldest paths answer.
    package static func raw(
        _ document: some JSONRepresentable & Sendable, status: ReplyStatus = .ok
    ) -> EdgeReply {
        EdgeReply(status: status.httpStatus, content: .document(document))
    }

    /// Bytes of another media type, such as `text/csv; charset=utf-8`.
    package static func bytes(_ bytes: ByteBuffer, mediaType: String) -> EdgeReply {
        EdgeReply(status: .ok, content: .bytes(bytes, mediaType: mediaType))
    }

    /// The same reply, made from data of that version. For routes that are `.versioned`: what the handler read counts,
    /// not what was known before it ran.
    package func of(_ version: AnswerVersion) -> EdgeReply {
        var reply = self
        reply.version = version
        return reply
    }

    /// The same reply with a header set. Characters that a header cannot hold become spaces.
    ///
    /// `name` is written in our code; one that is not a header name stops a debug build and is left out otherwise.
    package func settingHeader(_ name: String, to value: String) -> EdgeReply {
        guard let name = HTTPField.Name(name) else {
            assertionFailure("\(name) is not a header name")
            return self
        }
        var reply = self
        reply.headers[name] = value
        return reply
    }
}

extension EdgeReply {
    /// The same reply with the status of a service that cannot answer, and when to ask again.
    func unavailable(retryAfterSeconds: Int) -> EdgeReply {
        var reply = settingHeader("Retry-After", to: String(retryAfterSeconds))
        reply.status = .serviceUnavailable
        return reply
    }
}
