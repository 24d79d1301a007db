import HTTPTypes
import NIOCore
import SharedDomain

/// Turns what was answered, or what went wrong, into bytes.
enum ReplyRenderer {
    /// The bytes of a handler's reply.
    static func render(_ reply: EdgeReply, _ route: CompiledRoute, _ numbers: NumberStyle, at timestamp: Instant)
        -> RenderedAnswer
    {
        switch reply.content {
        case .data(let data):
            let body = JSONWriter.encode(SuccessEnvelope(data: data, timestamp: timestamp), numbers: numbers)
            return answer(reply, route, MediaType.json, isCompressible: true, body)
        case .document(let document):
            return answer(
                reply, route, MediaType.json, isCompressible: true, JSONWriter.encode(document, numbers: numbers))
        case .bytes(let bytes, let mediaType):
            let isCompressible = CompressibleBody.isCompressible(mediaType: mediaType)
            return answer(reply, route, mediaType, isCompressible: isCompressible, bytes)
        case .stream(let stream, let mediaType):
            let isCompressible = stream.hasEnd && CompressibleBody.isCompressible(mediaType: mediaType)
            return answer(reply, route, mediaType, isCompressible: isCompressible, ByteBuffer(), stream)
        }
    }

    /// The bytes of an error. Nobody may keep it.
    static func render(
        _ failure: EdgeFailure, _ dialect: RouteDialect, traceID: String, retryAfterSeconds: Int, at timestamp: Instant
    ) -> RenderedAnswer {
        var headers = failure.headers
        headers[.cacheControl] = CacheControl.noStore
        if failure.error.code.deservesRetry, !headers.contains(.retryAfter) {
            headers[.retryAfter] = String(retryAfterSeconds)
        }
        let body =
            switch dialect {
            case .own:
                JSONWriter.encode(ErrorEnvelope(error: failure.error, traceID: traceID, timestamp: timestamp))
            case .plain:
                JSONWriter.encode(ErrorMessage(failure.error))
            }
        return RenderedAnswer(
            failure.status ?? failure.error.code.httpStatus, headers, mediaType: MediaType.json, isCompressible: true,
            body)
    }

    private static func answer(
        _ reply: EdgeReply, _ route: CompiledRoute, _ mediaType: String, isCompressible: Bool, _ body: ByteBuffer,
        _ stream: StreamedBody? = nil
    ) -> RenderedAnswer {
        var answer = RenderedAnswer(
            reply.status, reply.headers, mediaType: mediaType, isCompressible: isCompressible, body)
        answer.version = reply.version
        answer.stream = stream
        // The answers of a versioned route differ in length from version to version, so any of them may come in a coding
        // one day.
        if let vary = route.vary(mayBeCoded: route.isVersioned || answer.mayBeCoded) { answer.headers.append(vary) }
        return answer
    }
}

extension CompiledRoute {
    /// Which request headers an answer depends on (RFC 9110, section 12.5.5).
    func vary(mayBeCoded: Bool) -> HTTPField? {
        switch (mayBeCoded, dependsOnLanguage) {
        case (true, true): HTTPField(name: .vary, value: "Accept-Encoding, Accept-Language")
        case (true, false): HTTPField(name: .vary, value: "Accept-Encoding")
        case (false, true): HTTPField(name: .vary, value: "Accept-Language")
        case (false, false): nil
        }
    }
}
