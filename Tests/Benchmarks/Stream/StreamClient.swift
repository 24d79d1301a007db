import NIOCore

/// One client of the stream: counts the states that it is told of by their identifiers.
final class StreamClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Ends each state.
    private static let mark = Array("\nid: ".utf8)
    private static let success = "HTTP/1.1 200"

    private let request: String
    private let receipts: Receipts
    private var states = 0
    private var matched = 0
    private var hasAnswer = false

    init(request: String, receipts: Receipts) {
        self.request = request
        self.receipts = receipts
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        if !hasAnswer {
            hasAnswer = true
            let beginning = bytes.getString(at: bytes.readerIndex, length: min(200, bytes.readableBytes)) ?? ""
            guard beginning.hasPrefix(Self.success) else {
                receipts.lose(beginning)
                return context.close(promise: nil)
            }
        }
        for byte in bytes.readableBytesView {
            matched = byte == Self.mark[matched] ? matched + 1 : byte == Self.mark[0] ? 1 : 0
            guard matched == Self.mark.count else { continue }
            matched = 0
            receipts.note(states, at: .now)
            states += 1
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        receipts.lose("a stream ended after \(states) states")
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        receipts.lose("\(error)")
        context.close(promise: nil)
    }
}
