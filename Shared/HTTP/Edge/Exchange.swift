import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain
import SharedTelemetry

/// One request on its way through the edge, and how far it came.
struct Exchange {
    let request: Request
    let channel: any Channel
    let identity: RequestIdentity
    let receivedAt: Instant
    let startedAt = ContinuousClock.now
    let body: RequestBodyReader
    /// The route that answers; nil where none does.
    let route: CompiledRoute?
    /// The work on the request in its trace.
    let span: Span

    /// Who asks, once that is known; nil for anyone.
    var principal: Principal?
    /// What the limits say, once the request was counted.
    var rate: RateDecision?
    /// What of the request's body is left to be read.
    var unread: Unread

    enum Unread {
        case nothing
        case everything
        case something
    }

    init(
        _ request: Request, body: RequestBodyReader, channel: any Channel, identity: RequestIdentity,
        receivedAt: Instant, route: CompiledRoute?, span: Span
    ) {
        self.request = request
        self.channel = channel
        self.identity = identity
        self.receivedAt = receivedAt
        self.route = route
        self.span = span
        self.body = body
        self.unread = body.hasBody ? .everything : .nothing
    }

    /// The codings that the client takes.
    var accept: AcceptEncoding {
        request.headers[.acceptEncoding].map(AcceptEncoding.init) ?? .unsaid
    }

    /// The address of the client by the rule that is configured; nil where there is no connection.
    func clientAddress(_ rule: ClientAddress) -> IPAddress? {
        rule.address(connection: channel.remoteAddress.flatMap(IPAddress.init), request.headers)
    }

    /// The response as this request must get it: without a body for HEAD, and with the end of the connection where
    /// too much of the request was left unread.
    func finish(_ response: Response) -> Response {
        let isContentLeftOut = request.method == .head && response.body.contentLength != 0
        let response = isContentLeftOut ? response.createHeadResponse() : response
        return mayGoOn ? response : closing(response)
    }

    /// Whether the connection can serve another request. A reader that was stopped half-way does not start again.
    private var mayGoOn: Bool {
        switch unread {
        case .nothing: true
        case .everything: body.isCheapToSkip
        case .something: false
        }
    }

    private func closing(_ response: Response) -> Response {
        var response = response
        let (content, channel) = (response.body, channel)
        response.headers[.connection] = "close"
        response.body = ResponseBody(contentLength: content.contentLength) { writer in
            try await content.write(writer)
            channel.pipeline.fireUserInboundEventTriggered(ConnectionEvent.lastAnswerWritten)
        }
        return response
    }
}
