import NIOCore

/// Ends a connection once the server stops: at once where the other side has never said a word, else when the time for
/// calls under way is over.
///
/// The library's own time to the end begins when the other side answers a ping, so that one that hangs would hold up
/// the stop for ever.
final class StoppingConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let graceTime: TimeAmount
    private var hasHeard = false
    private var closing: Scheduled<Void>?

    /// - Parameter graceTime: how long calls under way may take to end.
    init(graceTime: Duration) {
        self.graceTime = TimeAmount(graceTime)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasHeard = true
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        if hasHeard {
            closing = context.eventLoop.assumeIsolated().scheduleTask(in: graceTime) { context.close(promise: nil) }
            context.fireUserInboundEventTriggered(event)
        } else {
            context.close(promise: nil)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        closing?.cancel()
        context.fireChannelInactive()
    }
}
