import HTTPTypes
import NIOCore
import NIOHTTPTypes
import SharedTelemetry

/// Keeps the bounds of one connection: its one handler of ours, made of parts that each keep one of them.
///
/// It decides when the connection has served enough, and says so in the last answer: when the server stops, when the
/// client says so, and at the bounds on requests sent ahead of their answers, on requests in all, on age. A client older than
/// HTTP/1.1 gets what has no length as it is, up to the end of the connection (RFC 9112, section 6.3).
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
    private let answers = AnswerWriter()
    private let versions = RequestVersions()

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
        pushed = PushedAnswer(slowReader, answers)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        answers.begin(context)
        versions.begin(context)
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        slowRequest.read(part)
        guard lingering.takes(context) else { return }
        if case .head(let head) = part, !isDropping {
            isDropping = !flow.begin(isClientsLast: isLast(head), isOld: versions.isOld)
        }
        guard !isDropping else { return }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        slowRequest.readComplete(context)
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        malformed.caught(error, isOfHost: versions.hasRefused)
        context.fireErrorCaught(error)
    }

    // MARK: Answers

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // What was asked before the last answer was known to be the last.
        guard !isLastWritten, !lingering.hasBegun else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            guard let (head, body) = malformed.completed(head) else { return write(head, context, promise) }
            write(head, context, nil)
            answers.write(body, context, promise)
        case .body(let body):
            answers.write(body, context, promise)
        case .end(let trailers):
            isLastWritten = flow.answered()
            slowRequest.answered(context)
            answers.end(trailers, context, promise)
        }
    }

    private func write(
        _ head: HTTPResponse, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?
    ) {
        var (head, isOpenEnded) = (head, false)
        if head.status.kind != .informational {
            if let latestEnd, latestEnd < .now() { flow.end() }
            if flow.isNextAnswerForOld { isOpenEnded = fitToOldClient(&head) }
            if flow.isNextAnswerLast { head.headerFields[.connection] = "close" }
        }
        answers.write(head, isOpenEnded: isOpenEnded, context, promise)
    }

    /// Whether the content is to end with the connection.
    private func fitToOldClient(_ head: inout HTTPResponse) -> Bool {
        guard ResponseHead.isWithoutLength(head) else {
            // It must be told that the connection goes on (RFC 9112, appendix C.2.2).
            if !head.headerFields.contains(.connection) { head.headerFields[.connection] = "keep-alive" }
            return false
        }
        flow.endWithNextAnswer()
        head.headerFields[.transferEncoding] = nil
        return true
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
        if answers.isOpenEnded, mode != .input {
            // To wait for the client would end in what it takes for the end of the content.
            slowReader.mayWait = false
            return slowReader.close(context, .all, promise)
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
        answers.stop()
    }

    private func stop() {
        slowReader.stop()
        slowRequest.stop()
        lingering.stop()
    }

    /// Whether the client wants no more than this (RFC 9112, section 9.3).
    private func isLast(_ head: HTTPRequest) -> Bool {
        guard let field = head.headerFields[.connection], field != "keep-alive" else {
            return versions.isOld && !head.headerFields.contains(.connection)
        }
        let options = field.lowercased().split(separator: ",").map { $0.filter { $0 != " " } }
        return options.contains("close") || versions.isOld && !options.contains("keep-alive")
    }
}
