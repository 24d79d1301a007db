import HTTPTypes
import NIOCore

/// An answer whose bytes are there, or will be written later, before it is fitted to what the client can read.
struct RenderedAnswer: Sendable {
    let status: HTTPResponse.Status
    /// The headers of the content, without length and coding.
    var headers: HTTPFields
    let body: ByteBuffer
    /// Whether the media type is one that gets smaller.
    let isCompressible: Bool
    /// The version that it was made from, where the handler says so.
    var version: AnswerVersion?
    /// What writes the body, where it is streamed; `body` is empty then.
    var stream: StreamedBody?
    /// Whether what every answer says is among the headers.
    private(set) var hasCommonHeaders = false

    init(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, mediaType: String, isCompressible: Bool,
        _ body: ByteBuffer
    ) {
        self.status = status
        self.headers = headers
        self.headers.append(HTTPField(name: .contentType, value: mediaType))
        self.body = body
        self.isCompressible = isCompressible
    }

    /// The same answer with the headers that every answer has, for one that is sent many times.
    func with(_ common: CommonHeaders) -> RenderedAnswer {
        var answer = self
        answer.headers = common.around(headers, room: 2)
        answer.hasCommonHeaders = true
        return answer
    }

    /// Whether a client that takes codings gets one.
    var mayBeCoded: Bool {
        isCompressible && (stream != nil || CompressibleBody.isWorthwhile(body.readableBytes))
    }

    /// The coding for a client. One that refuses a body as it is gets a coding however small the body.
    func coding(for accept: AcceptEncoding) -> ContentCoding {
        // What has no end must not wait until there is enough of it to be compressed.
        if case .endless = stream { return .identity }
        return mayBeCoded || !accept.acceptsIdentity ? accept.preferred : .identity
    }

    /// The answer in a coding; as it is where that would not make it smaller.
    func form(_ coding: ContentCoding) throws -> AnswerForm {
        guard let value = coding.headerValue, let bytes = try BodyCompressor.compress(body, coding) else {
            return AnswerForm(self)
        }
        var form = AnswerForm(self)
        form.coding = coding
        form.body = bytes
        form.headers.append(HTTPField(name: .contentEncoding, value: value))
        form.headers[.contentLength] = String(bytes.readableBytes)
        return form
    }
}

/// An answer in one coding, ready to be sent but for what differs from request to request.
struct AnswerForm: Sendable {
    let status: HTTPResponse.Status
    var coding: ContentCoding
    var headers: HTTPFields
    var body: ByteBuffer
    /// Whether what every answer says is among the headers.
    let hasCommonHeaders: Bool

    /// The answer as it is.
    init(_ answer: RenderedAnswer) {
        status = answer.status
        coding = .identity
        headers = answer.headers
        headers.append(HTTPField(name: .contentLength, value: String(answer.body.readableBytes)))
        body = answer.body
        hasCommonHeaders = answer.hasCommonHeaders
    }

    /// An answer without content, such as 304.
    init(_ status: HTTPResponse.Status, _ headers: HTTPFields) {
        self.status = status
        self.headers = headers
        coding = .identity
        body = ByteBuffer()
        hasCommonHeaders = false
    }
}
