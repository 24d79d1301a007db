import NIOCore
import NIOHTTP1

/// Notes in which version of HTTP a request comes, which the server does not tell its handlers.
final class RequestVersions: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Whether the newest request is older than HTTP/1.1: its client knows no chunks, and keeps a connection only where
    /// it says so.
    private(set) var isOld = false

    /// Notes it from now on, from what the server's decoder reads; where there is none, every request is of HTTP/1.1.
    func begin(_ context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(self, position: .after(decoder))
        } catch {
            isOld = false
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            isOld = (head.version.major, head.version.minor) < (1, 1)
        }
        context.fireChannelRead(data)
    }
}
