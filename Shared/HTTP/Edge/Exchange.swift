import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain

/// One request on its way through the edge, and how far it came.
struct Exchange {
    let request: Request
    let channel: any Channel
    let identity: RequestIdentity
    let receivedAt: Instant
    let startedAt = ContinuousClock.now
    let body: RequestBodyReader

    /// The route, once it is known.
    var route: Route?
    /// How decimals are to be written, once the parameters are known.
    var numbers = NumberStyle.number
    /// What of the request's body is left to be read.
    var unread: Unread

    enum Unread {
        case nothing
        case everything
        case something
    }

    init(_ request: Request, channel: any Channel, receivedAt: Instant, maximumBodyBytes: Int) {
        self.request = request
        self.channel = channel
        self.identity = RequestIdentity(request.headers)
        self.receivedAt = receivedAt
        self.body = RequestBodyReader(request: request, maximumBytes: maximumBodyBytes)
        self.unread = body.hasBody ? .everything : .nothing
    }

    /// The method that a route would have for this request; nil when no route has it.
    var routeMethod: RouteMethod? {
        request.method == .head ? .get : RouteMethod(rawValue: request.method.rawValue)
    }

    /// The response as this request must get it: without a body for HEAD, and with the end of the connection where
    /// too much of the request was left unread.
    func finish(_ response: Response) -> Response {
        let response = request.method == .head ? response.createHeadResponse() : response
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
