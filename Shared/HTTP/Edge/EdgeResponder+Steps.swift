import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain

/// What can be done of a request without waiting.
extension EdgeResponder {
    /// How far a request came without waiting.
    enum Step {
        case answered(Response)
        /// The keys that its token is signed with have to be fetched.
        case waitsForKeys(PendingToken)
        /// Its body has to arrive.
        case waitsForBody
        /// Its handler may take its time.
        case waitsForHandler(KnownTarget, EdgeRequest)
    }

    /// Finds the route and lets the request in.
    func begin(_ exchange: inout Exchange, _ finding: Finding) throws -> Step {
        if case .options(let methods) = finding {
            let fields = settings.commonHeaders.crossOrigin.optionsHeaders(exchange.request.headers, methods: methods)
            return .answered(assembler.response(toOptions: fields, exchange))
        }
        if let token = try admission.admit(&exchange, finding.route?.route) { return .waitsForKeys(token) }
        return try admitted(exchange, finding)
    }

    /// What comes after the request was let in.
    func admitted(_ exchange: Exchange, _ finding: Finding) throws -> Step {
        if exchange.body.hasBody, let route = finding.route?.route {
            guard route.method != .get else {
                throw ServiceError.malformed("body", "a GET is asked without one", expected: "no body")
            }
            return .waitsForBody
        }
        return try decoded(try decode(finding, exchange, nil), exchange)
    }

    /// What comes after its parameters are known: an answer that is kept, or the handler's.
    func decoded(_ known: KnownTarget, _ exchange: Exchange) throws -> Step {
        let request = EdgeRequest(
            exchange, known.route, values: known.values, logger: logger, addresses: services.addresses)
        if let (rule, asked) = question(known, request, exchange) {
            let version = try rule(request)
            if let version, let outcome = try keeper.known(asked, version) {
                return .answered(try assembler.response(to: outcome, exchange, now: exchange.receivedAt))
            }
            guard case .immediate(let handler) = known.route.route.handler else {
                return .waitsForHandler(known, request)
            }
            let answer = render(try handler(request), known, at: version?.asOf)
            let outcome = try keeper.keepAndSend(answer, asked, version) { try rule(request) }
            return .answered(try assembler.response(to: outcome, exchange, now: time.now()))
        }
        guard case .immediate(let handler) = known.route.route.handler else { return .waitsForHandler(known, request) }
        return .answered(try assembler.response(to: render(try handler(request), known, at: nil), exchange))
    }

    /// What is asked of a versioned route, and what says its version; nil of another route.
    func question(
        _ known: KnownTarget, _ request: EdgeRequest, _ exchange: Exchange
    ) -> (rule: @Sendable (EdgeRequest) throws -> AnswerVersion?, AnswerKeeper.Asked)? {
        guard case .versioned(let rule) = known.route.route.caching,
            let question = known.question(in: known.route.dependsOnLanguage ? request.language : .ko)
        else { return nil }
        let held = exchange.request.headers[.ifNoneMatch].flatMap(IfNoneMatch.init)
        return (
            rule, AnswerKeeper.Asked(question: question, route: known.route, accept: exchange.accept, held: held)
        )
    }

    /// The route and the values of a request.
    func decode(_ finding: Finding, _ exchange: Exchange, _ body: ByteBuffer?) throws -> KnownTarget {
        switch finding {
        case .known(let known):
            return known
        case .route(let route, let captured, let target):
            let decoder = RequestDecoder(route: route)
            var values = try decoder.decodeHead(target, captured, exchange.request.headers)
            try decoder.decodeBody(body, into: &values)
            let known = KnownTarget(route, values)
            if route.isAskedByTargetAlone { services.caches.targets.keep(known, exchange.request.uri.string) }
            return known
        case .nothing(let error):
            throw error
        case .options:
            throw EdgeFailure.unknownPath(exchange.request.uri.path)
        }
    }

    func render(_ reply: EdgeReply, _ known: KnownTarget, at asOf: Instant?) -> RenderedAnswer {
        ReplyRenderer.render(reply, known.route, known.numbers, at: reply.version?.asOf ?? asOf ?? time.now())
    }
}
