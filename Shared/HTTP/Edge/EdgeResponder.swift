import HTTPTypes
import Hummingbird
package import HummingbirdCore
import Logging
import NIOCore
import ServiceContextModule
import SharedDomain
import SharedTelemetry

/// Answers every request of a service. The steps that all requests share are here, in their order, and nowhere else:
///
/// its route is found, it gets its names and its place in a trace; `OPTIONS` is answered; who asks is admitted or
/// refused; its parameters are decoded; if its version allows, it is answered from what the client or the edge holds;
/// else the handler answers; and what was done is counted and logged.
///
/// Most requests wait for nothing: they are answered in one go. Those that wait stop where they have to, and go on from
/// there.
package final class EdgeResponder: HTTPResponder {
    let finder: RouteFinder
    let admission: Admission
    let keeper: AnswerKeeper
    let assembler: ResponseAssembler
    let metrics: EdgeMetrics
    let log: AccessLog
    let services: EdgeServices
    let settings: EdgeSettings
    let logger: Logger
    let time: TimeSource

    /// Throws `RouteMistake` when routes contradict themselves or each other.
    init(
        routes: [Route], settings: EdgeSettings, services: EdgeServices, build: BuildInformation, logger: Logger,
        time: TimeSource
    ) throws(RouteMistake) {
        finder = RouteFinder(
            table: try RouteTable(routes), memory: services.caches.targets,
            maximumTargetBytes: settings.maximumTargetBytes)
        metrics = EdgeMetrics(routes, services.metrics)
        log = AccessLog(routes, logger)
        admission = Admission(services: services, metrics: metrics)
        keeper = AnswerKeeper(
            bodies: services.caches.bodies, validators: CacheCounters(layer: "client", services.metrics),
            software: "\(build.version) \(build.revision ?? "")", headers: settings.commonHeaders)
        assembler = ResponseAssembler(
            headers: settings.commonHeaders, streams: StreamedResponses(services.metrics, logger))
        self.services = services
        self.settings = settings
        self.logger = logger
        self.time = time
    }

    /// Answers a request. Errors become answers here; none leaves.
    package func respond(to request: Request, context: EdgeContext) async throws -> Response {
        let body = RequestBodyReader(request: request, maximumBytes: settings.maximumBodyBytes)
        let finding = finder.find(request, hasBody: body.hasBody)
        let identity = RequestIdentity(request.headers)
        let span = services.tracer.start(
            finding.route?.spanName ?? "HTTP", kind: .server, parent: identity.traceParent,
            traceState: identity.traceState)
        var exchange = Exchange(
            request, body: body, channel: context.channel, identity: identity, receivedAt: time.now(),
            route: finding.route, span: span)
        metrics.began()
        let names = ServiceContext.ofRequest(
            correlationID: identity.correlationID, traceParent: span.context, traceState: span.traceState)
        let step = ServiceContext.withValue(names) { noted(&exchange) { try begin(&$0, finding) } }
        if case .answered(let response) = step { return response }
        return await ServiceContext.withValue(names) { await finish(step, &exchange, finding) }
    }

    /// What `work` says, or the answer that tells what went wrong; an answer is noted.
    private func noted(_ exchange: inout Exchange, _ work: (inout Exchange) throws -> Step) -> Step {
        do {
            let step = try work(&exchange)
            guard case .answered(let response) = step else { return step }
            return .answered(noted(response, exchange))
        } catch {
            return .answered(noted(failed(error, exchange), exchange))
        }
    }

    /// Goes on from a step at which the request waits.
    private func finish(_ step: Step, _ exchange: inout Exchange, _ finding: Finding) async -> Response {
        let response: Response
        do {
            response = try await wait(for: step, &exchange, finding)
        } catch {
            response = failed(error, exchange)
        }
        return noted(response, exchange)
    }

    private func failed(_ error: any Error, _ exchange: Exchange) -> Response {
        let failure = EdgeFailure(hiding: error, settings: settings, logger: logger, route: exchange.route)
        let dialect = exchange.route?.route.dialect ?? finder.table.dialect(of: exchange.request.uri.path)
        return assembler.response(
            failed: ReplyRenderer.render(
                failure, dialect, traceID: exchange.span.context.traceID, retryAfterSeconds: settings.retryAfterSeconds,
                at: time.now()), exchange)
    }
}
