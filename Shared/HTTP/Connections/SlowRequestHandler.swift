import NIOCore
import NIOHTTPTypes

/// Gives up on a client that sends a request too slowly, however regularly its bytes come.
///
/// The head must be there in whole within `limit` of its first byte. The body's time is kept by whoever reads it; once
/// the answer is written and nobody does, the rest of the body has `limit` as well.
final class SlowRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    private let limit: TimeAmount
    private let onGivenUp: () -> Void
    private var deadline: Scheduled<Void>?
    private var isWithinRequest = false
    private var hasReadPart = false
    private var unanswered = 0

    init(limit: TimeAmount, onGivenUp: @escaping () -> Void) {
        self.limit = limit
        self.onGivenUp = onGivenUp
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasReadPart = true
        switch unwrapInboundIn(data) {
        case .head:
            isWithinRequest = true
            unanswered += 1
            stop()
        case .body:
            break
        case .end:
            isWithinRequest = false
            stop()
        }
        context.fireChannelRead(data)
    }

    /// Bytes that made no part between two requests are the beginning of a head.
    func channelReadComplete(context: ChannelHandlerContext) {
        if !isWithinRequest, !hasReadPart { start(context) }
        hasReadPart = false
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            if isWithinRequest, unanswered <= 0 { start(context) }
        }
        context.write(data, promise: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
    }

    private func start(_ context: ChannelHandlerContext) {
        guard deadline == nil, context.channel.isActive else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { [self] in
            deadline = nil
            onGivenUp()
            context.close(promise: nil)
        }
    }

    private func stop() {
        deadline?.cancel()
        deadline = nil
    }
}
