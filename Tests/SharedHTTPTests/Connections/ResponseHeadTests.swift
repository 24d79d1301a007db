import HTTPTypes
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import SharedDomain
import SharedTelemetry
import Testing

@testable import SharedHTTP

/// What our handler writes itself must be what the server's encoder would write.
@Suite("The bytes of an answer")
struct ResponseHeadTests {
    /// All that is sent of these parts, with our handler or without.
    private func sent(_ parts: [HTTPResponsePart], isOurs: Bool) throws -> String {
        let channel = EmbeddedChannel()
        let pipeline = channel.pipeline.syncOperations
        try pipeline.addHandlers([HTTPResponseEncoder(), ServerTypes()])
        if isOurs {
            let settings = EdgeSettings(host: "127.0.0.1", port: 0, portSetting: "PORT")
            let logs = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let figures = ConnectionFigures(MetricsRegistry())
            try pipeline.addHandler(
                ConnectionHandler(
                    RequestFlow(maximumUnanswered: 100, maximumRequests: nil),
                    malformed: MalformedRequests(
                        headers: CommonHeaders(), count: figures.malformed, time: .system, logger: logs),
                    presence: ClientPresence(), figures: figures, settings: settings))
        }
        for case .head in parts {
            // The request that is answered.
            let request = HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/")
            channel.pipeline.fireChannelRead(HTTPRequestPart.head(request))
            channel.pipeline.fireChannelRead(HTTPRequestPart.end(nil))
        }
        for part in parts { channel.write(part, promise: nil) }
        channel.flush()
        var bytes = ByteBuffer()
        while let next = try channel.readOutbound(as: IOData.self) {
            if case .byteBuffer(var buffer) = next { bytes.writeBuffer(&buffer) }
        }
        _ = try channel.finish()
        return String(buffer: bytes)
    }

    private func answer(_ status: HTTPResponse.Status, _ fields: HTTPFields, _ body: String?) -> [HTTPResponsePart] {
        let content = body.map { [HTTPResponsePart.body(ByteBuffer(string: $0))] } ?? []
        return [.head(HTTPResponse(status: status, headerFields: fields))] + content + [.end(nil)]
    }

    @Test("they are those of the server's encoder, one answer after the other in any form")
    func same() throws {
        let answers = [
            answer(.ok, [.contentLength: "5", .contentType: "text/plain", .eTag: "\"a\""], "hello"),
            answer(.ok, [.contentType: "text/plain"], "in chunks"),
            answer(.ok, [.contentLength: "0"], nil),
            answer(.ok, [.contentLength: "12"], nil),
            answer(.notModified, [.eTag: "\"a\""], nil),
            answer(.noContent, [.contentLength: "0"], nil),
            answer(.notFound, [.contentLength: "1"], "x"),
            answer(.continue, [:], nil),
            answer(.ok, [.contentLength: "3", .transferEncoding: "chunked"], "abc"),
            answer(.ok, [.contentLength: "3", .vary: "Origin", .cacheControl: ""], "abc"),
        ]
        for one in answers {
            #expect(try sent(one, isOurs: true) == sent(one, isOurs: false))
            for other in answers {
                let both = one + other
                #expect(try sent(both, isOurs: true) == sent(both, isOurs: false))
            }
        }
    }

    @Test("several fields of one name stay several, and values keep every character")
    func fields() throws {
        var fields: HTTPFields = [.contentLength: "0"]
        fields.append(HTTPField(name: .setCookie, value: "a=1"))
        fields.append(HTTPField(name: .setCookie, value: "b=2; c, \"d\""))
        fields.append(HTTPField(name: .server, value: "é한"))
        let parts = answer(.ok, fields, nil)
        #expect(try sent(parts, isOurs: true) == sent(parts, isOurs: false))
    }
}

/// Answers as the server's encoder takes them, with nothing added.
private final class ServerTypes: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: HTTPServerResponsePart =
            switch unwrapOutboundIn(data) {
            case .head(let head):
                .head(
                    HTTPResponseHead(
                        version: .http1_1, status: HTTPResponseStatus(statusCode: head.status.code),
                        headers: HTTPHeaders(head.headerFields.map { ($0.name.rawName, $0.value) })))
            case .body(let body): .body(.byteBuffer(body))
            case .end: .end(nil)
            }
        context.write(wrapOutboundOut(part), promise: promise)
    }
}
