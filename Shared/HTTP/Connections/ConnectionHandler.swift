import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import SharedTelemetry

/// Keeps the bounds of one connection: its one handler of ours, made of parts that each keep one of them.
///
/// It decides when the connection has served enough, and says so in the last answer: when the server stops, when the
/// client says so, and at the bounds on requests sent ahead of their answers, on requests in all, on age. Answers in
/// their usual form are written as bytes here (`ResponseHead`).
final class ConnectionHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let presence: ClientPresence
    private let latestEnd: NIODeadline?
    private let slowReader: SlowReaderWatch
    private let slowRequest: SlowRequestWatch
    private let lingering: LingeringClose
    private let pushed: PushedAnswer
    private let malformed: MalformedRequests
    private var flow: RequestFlow
    private var isDropping = false
    private var isLastWritten = false
    /// The place of the server's encoder in the pipeline; nil where there is none.
    private var encoder: ChannelHandlerContext?
    /// Whether the answer that is being written goes past that encoder.
    private var isWrittenAsBytes = false

    init(
        _ flow: RequestFlow, malformed: MalformedRequests, presence: ClientPresence, figures: ConnectionFigures,
        settings: EdgeSettings
    ) {
        self.flow = flow
        self.malformed = malformed
        self.presence = presence
        latestEnd = settings.maximumConnectionAge.map { .now() + TimeAmount($0) }
        let slowReader = SlowReaderWatch(limit: TimeAmount(settings.writeTimeLimit)) { figures.slowReaders.add() }
        self.slowReader = slowReader
        slowRequest = SlowRequestWatch(limit: TimeAmount(settings.headTimeLimit)) { context in
            figures.slowRequests.add()
            slowReader.close(context, .all, nil)
        }
        lingering = LingeringClose(close: slowReader.close)
        pushed = PushedAnswer(slowReader)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            encoder = try context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        } catch {
            // Then all answers are written by whatever is there.
            encoder = nil
        }
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        slowRequest.read(part)
        guard lingering.takes(context) else { return }
        if case .head(let head) = part, !isDropping {
            isDropping = !flow.begin(isClientsLast: Self.isLast(head))
        }
        guard !isDropping else { return }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        slowRequest.readComplete(context)
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        malformed.caught(error)
        context.fireErrorCaught(error)
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            guard let (head, body) = malformed.completed(head) else { return write(head, context, promise) }
            write(head, context, nil)
            write(body, context, promise)
        case .body(let body):
            write(body, context, promise)
        case .end(let trailers):
            isLastWritten = flow.answered()
            slowRequest.answered(context)
            guard isWrittenAsBytes, let encoder else {
                return context.write(wrapOutboundOut(.end(trailers)), promise: promise)
            }
            // A promise must be kept after those before it, so something has to be written for it.
            if promise != nil { encoder.write(NIOAny(IOData.byteBuffer(ByteBuffer())), promise: promise) }
        }
    }

    private func write(
        _ head: HTTPResponse, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        var head = head
        if head.status.kind != .informational {
            if let latestEnd, latestEnd < .now() { flow.end() }
            if flow.isNextAnswerLast { head.headerFields[.connection] = "close" }
        }
        if let encoder, let bytes = ResponseHead.bytes(head) {
            isWrittenAsBytes = true
            encoder.write(NIOAny(IOData.byteBuffer(bytes)), promise: promise)
        } else {
            isWrittenAsBytes = false
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        }
    }

    private func write(_ body: ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        if isWrittenAsBytes, let encoder {
            encoder.write(NIOAny(IOData.byteBuffer(body)), promise: promise)
        } else {
            context.write(wrapOutboundOut(.body(body)), promise: promise)
        }
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        guard isLastWritten else { return }
        isLastWritten = false
        context.channel.pipeline.syncOperations.fireUserInboundEventTriggered(ConnectionEvent.lastAnswerWritten)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        slowReader.writabilityChanged(context)
        pushed.push(context)
        context.fireChannelWritabilityChanged()
    }

    // MARK: The end

    /// Whoever closes while the client may still read has to wait for it. The task of a connection that was handed over
    /// has nothing left to close.
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if pushed.hasBegun, mode != .input {
            promise?.succeed()
            return
        }
        guard lingering.hasBegun, mode == .all else { return slowReader.close(context, mode, promise) }
        context.channel.closeFuture.cascade(to: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ConnectionEvent.lastAnswerWritten:
            lingering.begin(context)
        case ConnectionEvent.abandoned:
            slowReader.mayWait = false
            if lingering.hasBegun || pushed.hasBegun { slowReader.close(context, .all, nil) }
        case ConnectionEvent.handedOver(let feed):
            // Nobody is left to answer what the client asks after this.
            isDropping = true
            pushed.begin(feed, context)
        case ConnectionEvent.hasMore:
            pushed.push(context)
        case is ChannelShouldQuiesceEvent:
            flow.end()
            pushed.end(context)
        case ChannelEvent.inputClosed:
            presence.end()
            pushed.end(context)
        default:
            break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        stop()
        presence.end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stop()
        encoder = nil
    }

    private func stop() {
        slowReader.stop()
        slowRequest.stop()
        lingering.stop()
    }

    /// Whether the client wants no more than this (RFC 9112, section 9.6).
    private static func isLast(_ head: HTTPRequest) -> Bool {
        guard let options = head.headerFields[.connection], options != "keep-alive" else { return false }
        return options.lowercased().split(separator: ",").contains { $0.filter { $0 != " " } == "close" }
    }
}
