import NIOCore
import NIOHTTPTypes

/// Closes a connection after its last answer, in a way that lets the client read it.
///
/// Closing at once would reset the connection if the client still sends, and may destroy the answer on its way
/// (RFC 9112, section 9.6). So our side is closed for writing, a little of what the client still sends is taken and
/// dropped, and then all is closed.
final class LingeringCloseHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    /// How much longer a client may send: in reads, each of at most 64 KiB, and in time after our last byte.
    private static let maximumReads = 16
    private static let maximumTime: TimeAmount = .seconds(2)

    private var readsLeft: Int?
    private var end: Scheduled<Void>?

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event as? ConnectionEvent {
        case .lastAnswerWritten: linger(context)
        case .abandoned where readsLeft != nil: context.close(promise: nil)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func linger(_ context: ChannelHandlerContext) {
        guard readsLeft == nil else { return }
        readsLeft = Self.maximumReads
        let isWritten = context.eventLoop.makePromise(of: Void.self)
        context.close(mode: .output, promise: isWritten)
        isWritten.futureResult.assumeIsolated().whenComplete { [self] _ in
            guard context.channel.isActive, end == nil else { return }
            end = context.eventLoop.assumeIsolated().scheduleTask(in: Self.maximumTime) {
                context.close(promise: nil)
            }
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if let left = readsLeft {
            guard left > 0 else { return context.close(promise: nil) }
            readsLeft = left - 1
        }
        context.fireChannelRead(data)
    }

    /// Whoever closes while the client may still read has to wait for it.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard readsLeft != nil, mode == .all else { return context.close(mode: mode, promise: promise) }
        context.channel.closeFuture.cascade(to: promise)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end?.cancel()
        context.fireChannelInactive()
    }
}
