import NIOCore

/// Closes a connection whose request was not read to its end, in a way that lets the client read our answer.
///
/// Closing at once would reset the connection and may destroy the answer on its way. So our side is closed for
/// writing, a little of what the client still sends is taken and dropped, and then all is closed.
final class LingeringCloseHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    /// The event that starts it: the answer has been written.
    struct AnswerWritten: Sendable {}

    /// How much longer a client may send: in reads, each of at most 64 KiB, and in time.
    private static let maximumReads = 16
    private static let maximumTime: TimeAmount = .seconds(2)

    private var readsLeft: Int?

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is AnswerWritten else { return context.fireUserInboundEventTriggered(event) }
        guard readsLeft == nil else { return }
        readsLeft = Self.maximumReads
        context.close(mode: .output, promise: nil)
        let channel = context.channel
        context.eventLoop.scheduleTask(in: Self.maximumTime) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let left = readsLeft {
            guard left > 0 else { return context.close(promise: nil) }
            readsLeft = left - 1
        }
        context.fireChannelRead(data)
    }
}
