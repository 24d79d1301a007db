import HTTPTypes
import Hummingbird
package import HummingbirdCore
import Logging
import NIOCore
import SharedDomain
import SharedTelemetry

/// Answers every request of a service. The steps that all requests share are here, in their order, and nowhere else:
///
/// its route is found, it gets its names and its place in a trace; `OPTIONS` is answered; who asks is admitted or
/// refused; its parameters are decoded; if its version allows, it is answered from what the client or the edge holds;
/// else the handler answers; and what was done is counted and logged.
package final class EdgeResponder: HTTPResponder {
    private let finder: RouteFinder
    private let admission: Admission
    private let keeper: AnswerKeeper
    private let assembler: ResponseAssembler
    private let metrics: EdgeMetrics
    private let services: EdgeServices
    private let settings: EdgeSettings
    private let logger: Logger
    private let time: TimeSource

    /// Throws `RouteMistake` when routes contradict themselves or each other.
    init(
        routes: [Route], settings: EdgeSettings, services: EdgeServices, build: BuildInformation, logger: Logger,
        time: TimeSource
    ) throws(RouteMistake) {
        finder = RouteFinder(
            table: try RouteTable(routes), memory: services.caches.targets,
            maximumTargetBytes: settings.maximumTargetBytes)
        metrics = EdgeMetrics(routes, services.metrics)
        admission = Admission(services: services, metrics: metrics)
        keeper = AnswerKeeper(
            bodies: services.caches.bodies, validators: CacheCounters(layer: "client", services.metrics),
            software: "\(build.version) \(build.revision ?? "")")
        assembler = ResponseAssembler(headers: settings.commonHeaders)
        self.services = services
        self.settings = settings
        self.logger = logger
        self.time = time
    }

    /// Answers a request. Errors become answers here; none leaves.
    package func respond(to request: Request, context: EdgeContext) async throws -> Response {
        let finding = finder.find(request)
        let identity = RequestIdentity(request.headers)
        let span = services.tracer.start(
            finding.route?.spanName ?? "HTTP", kind: .server, parent: identity.traceParent,
            traceState: identity.traceState)
        var exchange = Exchange(
            request, channel: context.channel, identity: identity, receivedAt: time.now(), route: finding.route,
            span: span, maximumBodyBytes: settings.maximumBodyBytes)
        metrics.began()
        return await withRequestContext(
            correlationID: identity.correlationID, traceParent: span.context, traceState: span.traceState
        ) {
            let response = await answer(&exchange, finding)
            note(response, exchange)
            return response
        }
    }

    // MARK: Steps

    private func answer(_ exchange: inout Exchange, _ finding: Finding) async -> Response {
        do {
            return try await response(to: &exchange, finding)
        } catch {
            return failed(error, exchange)
        }
    }

    private func response(to exchange: inout Exchange, _ finding: Finding) async throws -> Response {
        if case .options(let methods) = finding {
            let fields = settings.commonHeaders.crossOrigin.optionsHeaders(exchange.request.headers, methods: methods)
            return assembler.response(toOptions: fields, exchange)
        }
        try await admission.admit(&exchange, finding.route?.route)
        let known = try await decode(finding, &exchange)
        let request = EdgeRequest(
            exchange, known.route, values: known.values, logger: logger, addresses: services.addresses)
        guard case .versioned(let rule) = known.route.route.caching,
            let question = known.question(in: known.route.dependsOnLanguage ? request.language : .ko)
        else { return try assembler.response(to: try await make(known, request, at: nil), exchange) }
        let asked = AnswerKeeper.Asked(
            question: question, route: known.route, accept: exchange.accept,
            held: exchange.request.headers[.ifNoneMatch].flatMap(IfNoneMatch.init),
            version: { try rule(request) }, make: { asOf in try await self.make(known, request, at: asOf) })
        return try assembler.response(to: try await keeper.answer(to: asked), exchange, now: time.now())
    }

    /// The route and the values of a request.
    private func decode(_ finding: Finding, _ exchange: inout Exchange) async throws -> KnownTarget {
        switch finding {
        case .known(let known) where !exchange.body.hasBody:
            return known
        case .known(let known):
            // The route declares no field: the body is read only to refuse what is in it.
            var values = known.values
            try RequestDecoder(route: known.route).decodeBody(try await body(of: &exchange), into: &values)
            return known
        case .route(let route, let captured, let target):
            let decoder = RequestDecoder(route: route)
            var values = try decoder.decodeHead(target, captured, exchange.request.headers)
            try decoder.decodeBody(try await body(of: &exchange), into: &values)
            let known = KnownTarget(route, values)
            if route.isAskedByTargetAlone { services.caches.targets.keep(known, exchange.request.uri.string) }
            return known
        case .nothing(let error):
            throw error
        case .options:
            throw EdgeFailure.unknownPath(exchange.request.uri.path)
        }
    }

    private func body(of exchange: inout Exchange) async throws -> ByteBuffer? {
        let body = exchange.body
        guard body.hasBody else { return nil }
        try body.checkHead()
        exchange.unread = .something
        do {
            let bytes = try await TimeLimit.run(settings.requestTimeLimit, time) { try await body.read() }
            exchange.unread = .nothing
            return bytes
        } catch is TimeLimit.Exceeded {
            throw ServiceError.malformed(
                "body", "it did not arrive in time", expected: "a body within \(settings.requestTimeLimit)")
        }
    }

    /// What the handler answers, as bytes stamped with that time; nil is the time now.
    private func make(_ known: KnownTarget, _ request: EdgeRequest, at asOf: Instant?) async throws -> RenderedAnswer {
        let reply: EdgeReply
        switch known.route.route.handler {
        case .immediate(let handler):
            reply = try handler(request)
        case .waiting(let handler):
            reply = try await ClientPresence.cancelling { [time, limit = settings.requestTimeLimit] in
                try await TimeLimit.run(limit, time) { try await handler(request) }
            }
        }
        return ReplyRenderer.render(reply, known.route, known.numbers, at: reply.version?.asOf ?? asOf ?? time.now())
    }

    private func failed(_ error: any Error, _ exchange: Exchange) -> Response {
        let failure = EdgeFailure(hiding: error, settings: settings, logger: logger, route: exchange.route)
        return assembler.response(
            failed: ReplyRenderer.render(
                failure, traceID: exchange.span.context.traceID, retryAfterSeconds: settings.retryAfterSeconds,
                at: time.now()), exchange)
    }

    private func note(_ response: Response, _ exchange: Exchange) {
        let status = response.status.code
        let bytes = response.body.contentLength ?? 0
        let duration = ContinuousClock.now - exchange.startedAt
        metrics.ended(exchange.route, exchange.request.method, status: status, bytes: bytes, after: duration)
        AccessLog(logger: logger).write(exchange, status: status, bytes: bytes, duration: duration)
        if exchange.span.isRecording {
            exchange.span.set("http.request.method", .string(exchange.request.method.rawValue))
            if let route = exchange.route { exchange.span.set("http.route", .string(route.route.path)) }
            exchange.span.set("http.response.status_code", .int(status))
        }
        exchange.span.end(status >= 500 ? .error("\(status)") : .unset)
    }
}
