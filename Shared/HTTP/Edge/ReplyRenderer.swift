import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain
import SharedTelemetry

/// Turns what was answered, or what went wrong, into an HTTP response.
struct ReplyRenderer {
    let settings: EdgeSettings
    let timestamp: Instant

    /// The response of a handler's reply.
    func response(to reply: EdgeReply, _ exchange: Exchange) -> Response {
        switch reply.content {
        case .data(let data):
            let envelope = SuccessEnvelope(data: data, timestamp: timestamp)
            return json(envelope, reply.status, reply.headers, exchange)
        case .document(let document):
            return json(document, reply.status, reply.headers, exchange)
        case .bytes(let bytes, let mediaType):
            return response(bytes, mediaType, reply.status, reply.headers, exchange)
        }
    }

    /// The response of an error.
    func response(to failure: EdgeFailure, _ exchange: Exchange) -> Response {
        var headers = failure.headers
        headers[.cacheControl] = "no-store"
        if failure.error.code.deservesRetry {
            headers[.retryAfter] = String(settings.retryAfterSeconds)
        }
        let envelope = ErrorEnvelope(error: failure.error, traceID: exchange.identity.traceID, timestamp: timestamp)
        return json(envelope, failure.error.code.httpStatus, headers, exchange)
    }

    private func json(
        _ document: any JSONRepresentable, _ status: HTTPResponse.Status, _ headers: HTTPFields, _ exchange: Exchange
    ) -> Response {
        let body = JSONWriter.encode(document, numbers: exchange.numbers)
        return response(body, MediaType.json, status, headers, exchange)
    }

    private func response(
        _ body: ByteBuffer, _ mediaType: String, _ status: HTTPResponse.Status, _ headers: HTTPFields,
        _ exchange: Exchange
    ) -> Response {
        var headers = headers
        headers[.contentType] = mediaType
        headers[.correlationID] = exchange.identity.correlationID.value
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}
