import HTTPTypes
import Hummingbird
package import HummingbirdCore
import Logging
import NIOCore
import SharedDomain
import SharedTelemetry

/// Answers every request of a service. The steps that all requests share are here, in their order, and nowhere else.
package struct EdgeResponder: HTTPResponder {
    let table: RouteTable
    let settings: EdgeSettings
    let logger: Logger
    let time: TimeSource

    /// Answers a request. Errors become answers here; none leaves.
    package func respond(to request: Request, context: EdgeContext) async throws -> Response {
        var exchange = Exchange(
            request, channel: context.channel, receivedAt: time.now(), maximumBodyBytes: settings.maximumBodyBytes)
        let identity = exchange.identity
        return await withRequestContext(correlationID: identity.correlationID, traceParent: identity.traceParent) {
            let response = await answer(&exchange)
            AccessLog(logger: logger).write(exchange, response)
            return exchange.finish(response)
        }
    }

    private func answer(_ exchange: inout Exchange) async -> Response {
        do {
            let reply = try await reply(to: &exchange)
            return ReplyRenderer(settings: settings, timestamp: time.now()).response(to: reply, exchange)
        } catch {
            let failure = failure(of: error, exchange)
            return ReplyRenderer(settings: settings, timestamp: time.now()).response(to: failure, exchange)
        }
    }

    // MARK: Steps

    private func reply(to exchange: inout Exchange) async throws -> EdgeReply {
        let target = try RequestTarget(exchange.request.uri, maximumBytes: settings.maximumTargetBytes)
        let (found, captured) = try find(exchange, target)
        exchange.route = found.route
        let decoder = RequestDecoder(route: found)
        var values = try decoder.decodeHead(target, captured, exchange.request.headers)
        try decoder.decodeBody(try await body(of: &exchange), into: &values)
        exchange.numbers = values.find(CommonParameter.numbers) ?? .number
        return try await handle(found.route, values, exchange)
    }

    private func find(_ exchange: Exchange, _ target: RequestTarget) throws -> (CompiledRoute, [String]) {
        switch table.match(exchange.routeMethod, target.segments) {
        case .found(let route, let captured):
            return (route, captured)
        case .otherMethods(let methods):
            throw EdgeFailure.methodNotAllowed(exchange.request.method.rawValue, allowed: methods)
        case .unknownPath:
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

    private func handle(_ route: Route, _ values: DecodedValues, _ exchange: Exchange) async throws -> EdgeReply {
        let request = EdgeRequest(
            route: route, identity: exchange.identity, receivedAt: exchange.receivedAt, logger: logger,
            headers: exchange.request.headers, values: values, channel: exchange.channel)
        switch route.handler {
        case .immediate(let handler):
            return try handler(request)
        case .waiting(let handler):
            return try await TimeLimit.run(settings.requestTimeLimit, time) { try await handler(request) }
        }
    }

    // MARK: Errors

    /// What a client may know of an error. The rest goes to the log.
    private func failure(of error: any Error, _ exchange: Exchange) -> EdgeFailure {
        switch error {
        case let failure as EdgeFailure:
            return failure
        case let error as ServiceError:
            return EdgeFailure(error: error)
        case is TimeLimit.Exceeded:
            return EdgeFailure(
                error: .dataNotReady("The answer was not ready within \(settings.requestTimeLimit); try again."))
        case is CancellationError:
            return EdgeFailure(error: .dataNotReady("The service is stopping; try again."))
        default:
            logger.error(
                "request failed",
                metadata: [
                    "route": "\(exchange.route?.path ?? "unmatched")", "cause": "\(String(reflecting: error))",
                ])
            return EdgeFailure(error: .internalError())
        }
    }
}
