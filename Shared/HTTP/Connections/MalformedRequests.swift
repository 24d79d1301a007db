import HTTPTypes
import Logging
import NIOCore
import NIOHTTP1
import SharedDomain
import SharedTelemetry

/// Says in the envelope what is wrong with bytes that are not an HTTP request, such as a URL with characters that had
/// to be percent-encoded, or a head without its Host. No handler ever sees those; the server below answers them with a bare 400, which is
/// completed here on its way out, so that it keeps its place behind the answers to earlier requests.
final class MalformedRequests {
    private let headers: CommonHeaders
    private let count: Counter
    private let time: TimeSource
    private let logger: Logger
    private var fault: HTTPParserError?
    private var isOfHost = false

    init(headers: CommonHeaders, count: Counter, time: TimeSource, logger: Logger) {
        self.headers = headers
        self.count = count
        self.time = time
        self.logger = logger
    }

    /// Notes the first fault of the connection, and whether it is that a request does not say its one host.
    func caught(_ error: any Error, isOfHost: Bool) {
        guard fault == nil else { return }
        fault = error as? HTTPParserError
        self.isOfHost = isOfHost
    }

    /// The answer that says what is wrong, in the place of the server's own; nil for any other answer.
    func completed(_ head: HTTPResponse) -> (head: HTTPResponse, body: ByteBuffer)? {
        guard let fault, Self.isBare(head) else { return nil }
        let identity = RequestIdentity([:])
        count.add()
        logger.info(
            "malformed request",
            metadata: [
                "cause": "\(isOfHost ? "host" : "\(fault)")", "status": .stringConvertible(head.status.code),
                "correlation_id": "\(identity.correlationID)",
            ])
        let error = isOfHost ? Self.errorOfHost : Self.error(of: fault)
        let body = JSONWriter.encode(
            ErrorEnvelope(error: error, traceID: identity.traceID, timestamp: time.now()))
        var complete = head
        complete.headerFields[.contentType] = MediaType.json
        complete.headerFields[.contentLength] = String(body.readableBytes)
        complete.headerFields[.cacheControl] = "no-store"
        complete.headerFields[.correlationID] = identity.correlationID.value
        headers.apply(to: &complete.headerFields, origin: nil)
        return (complete, body)
    }

    /// Whether it is the server's own answer: none of ours is empty.
    private static func isBare(_ head: HTTPResponse) -> Bool {
        head.status == .badRequest && head.headerFields[.contentLength] == "0"
    }

    private static var errorOfHost: ServiceError {
        .malformed(
            "Host", "the request has none, or more than one", expected: "one Host header (RFC 9112, section 3.2)")
    }

    private static func error(of fault: HTTPParserError) -> ServiceError {
        switch fault {
        case .headerOverflow:
            .malformed("request", "its URL or its headers are too large", expected: "smaller headers")
        case .invalidURL, .invalidPath, .invalidQueryString, .invalidFragment:
            .malformed(
                "URL", "it holds characters that have to be percent-encoded",
                expected: "a percent-encoded URL (RFC 3986)")
        default:
            .malformed("request", "it is not HTTP/1.1", expected: "an HTTP/1.1 request (RFC 9112)")
        }
    }
}
