import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Decides when a connection has served enough, and says so in its last answer.
///
/// That is when the server stops, when the client says so, and at the bounds: on requests sent ahead of their answers,
/// on requests in all, on age.
final class RequestFlowHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let presence: ClientPresence
    private let latestEnd: NIODeadline?
    private var flow: RequestFlow
    private var isDropping = false
    private var isLastWritten = false

    /// - Parameter maximumAge: after which the next answer is the last.
    init(_ flow: RequestFlow, maximumAge: TimeAmount?, presence: ClientPresence) {
        self.flow = flow
        self.presence = presence
        self.latestEnd = maximumAge.map { .now() + $0 }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), !isDropping {
            isDropping = !flow.begin(isClientsLast: Self.isLast(head))
        }
        guard !isDropping else { return }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.kind != .informational:
            if let latestEnd, latestEnd < .now() { flow.end() }
            guard flow.isNextAnswerLast else { break }
            head.headerFields[.connection] = "close"
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            isLastWritten = flow.answered()
        default:
            break
        }
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        guard isLastWritten else { return }
        isLastWritten = false
        context.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ConnectionEvent.lastAnswerWritten)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: flow.end()
        case ChannelEvent.inputClosed: presence.end()
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        presence.end()
        context.fireChannelInactive()
    }

    /// Whether the client wants no more than this (RFC 9112, section 9.6).
    private static func isLast(_ head: HTTPRequest) -> Bool {
        guard let options = head.headerFields[.connection], options != "keep-alive" else { return false }
        return options.lowercased().split(separator: ",").contains { $0.filter { $0 != " " } == "close" }
    }
}
