import NIOCore
import NIOHTTP1

/// Notes in which version of HTTP a request comes, which the server does not tell its handlers, and takes one without the
/// `Host` that its version asks for, or with several, for no request (RFC 9112, section 3.2).
final class RequestVersions: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Whether the newest request is older than HTTP/1.1: its client knows no chunks, and keeps a connection only where
    /// it says so.
    private(set) var isOld = false
    /// Whether a request was refused for its `Host`: nothing after it is read.
    private(set) var hasRefused = false

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
        guard !hasRefused else { return }
        if case .head(let head) = unwrapInboundIn(data) {
            let isOld = (head.version.major, head.version.minor) < (1, 1)
            let hosts = Self.hosts(head.headers)
            guard hosts == 1 || hosts == 0 && isOld else {
                hasRefused = true
                return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
            }
            self.isOld = isOld
        }
        context.fireChannelRead(data)
    }

    /// How many fields say the host.
    private static func hosts(_ headers: HTTPHeaders) -> Int {
        headers.reduce(0) { $0 + ($1.name.utf8.count == 4 && $1.name.lowercased() == "host" ? 1 : 0) }
    }
}
