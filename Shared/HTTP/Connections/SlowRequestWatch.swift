import NIOCore
import NIOHTTPTypes

/// Gives up on a client that sends a request too slowly, however regularly its bytes come.
///
/// The head must be there in whole within `limit` of its first byte. The body's time is kept by whoever reads it; once
/// the answer is written and nobody does, the rest of the body has `limit` as well.
final class SlowRequestWatch {
    private let limit: TimeAmount
    /// What is done with a connection whose client is too slow.
    private let giveUp: (ChannelHandlerContext) -> Void
    private var deadline: Scheduled<Void>?
    private var isWithinRequest = false
    private var hasReadPart = false
    private var unanswered = 0

    init(limit: TimeAmount, giveUp: @escaping (ChannelHandlerContext) -> Void) {
        self.limit = limit
        self.giveUp = giveUp
    }

    /// Notes a part of a request.
    func read(_ part: HTTPRequestPart) {
        hasReadPart = true
        switch part {
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
    }

    /// Bytes that made no part between two requests are the beginning of a head.
    func readComplete(_ context: ChannelHandlerContext) {
        if !isWithinRequest, !hasReadPart { start(context) }
        hasReadPart = false
    }

    /// Notes the end of an answer.
    func answered(_ context: ChannelHandlerContext) {
        unanswered -= 1
        if isWithinRequest, unanswered <= 0 { start(context) }
    }

    /// Waits no more.
    func stop() {
        deadline?.cancel()
        deadline = nil
    }

    private func start(_ context: ChannelHandlerContext) {
        guard deadline == nil, context.channel.isActive else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { [self] in
            deadline = nil
            giveUp(context)
        }
    }
}
