import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain

/// Lets a request in: who asks, whether they may, and whether they have not asked too much.
struct Admission: Sendable {
    let services: EdgeServices
    let metrics: EdgeMetrics

    /// Notes who asks and how much more they may ask, and refuses what may not be. Nil where that is done; else a token
    /// whose keys have to be waited for, with which the request is admitted or refused.
    func admit(_ exchange: inout Exchange, _ route: Route?) throws -> PendingToken? {
        do {
            switch try services.access.begin(exchange.request.headers) {
            case .anonymous: break
            case .principal(let principal): exchange.principal = principal
            case .pending(let token): return token
            }
        } catch {
            throw try refused(error, &exchange, route)
        }
        try admitAuthenticated(&exchange, route)
        return nil
    }

    /// The same for a token, once its keys are there.
    func admit(_ token: PendingToken, _ exchange: inout Exchange, _ route: Route?) async throws {
        do {
            exchange.principal = try await services.access.finish(token)
        } catch {
            throw try refused(error, &exchange, route)
        }
        try admitAuthenticated(&exchange, route)
    }

    private func admitAuthenticated(_ exchange: inout Exchange, _ route: Route?) throws {
        if route?.isProbe != true { try count(&exchange) }
        if let route { try services.access.check(route.access, exchange.principal) }
    }

    /// A request with a wrong key counts for the address it comes from, even where nothing else is counted, so that keys
    /// are not tried without end.
    private func refused(_ error: any Error, _ exchange: inout Exchange, _ route: Route?) throws -> any Error {
        let isWrongKey = (error as? EdgeFailure)?.error.code == .unauthorized
        if route?.isProbe != true || isWrongKey { try count(&exchange) }
        return error
    }

    private func count(_ exchange: inout Exchange) throws {
        guard let limiter = services.limiter else { return }
        let principal = exchange.principal
        let client = principal?.clientName ?? ClientName(address: exchange.clientAddress(services.addresses))
        guard let decision = limiter.take(client, tier: principal?.tier, at: exchange.receivedAt) else { return }
        exchange.rate = decision
        guard !decision.isAllowed else { return }
        metrics.refused(principal?.tier)
        throw EdgeFailure.rateLimitExceeded(decision)
    }
}

extension EdgeFailure {
    /// 429 with when to ask again (RFC 6585, section 4).
    fileprivate static func rateLimitExceeded(_ decision: RateDecision) -> EdgeFailure {
        let expected = "at most \(decision.limit) requests in \(decision.windowSeconds) seconds"
        return EdgeFailure(
            error: ServiceError(
                .rateLimitExceeded,
                "Too many requests: \(expected). Try again in \(decision.retryAfterSeconds) seconds.",
                details: ["expected": expected]),
            headers: [.retryAfter: String(decision.retryAfterSeconds)])
    }
}

extension RateDecision {
    /// What the client is told on every answer that was counted.
    func apply(to headers: inout HTTPFields) {
        headers.append(HTTPField(name: .rateLimit, value: String(limit)))
        headers.append(HTTPField(name: .rateLimitRemaining, value: String(remaining)))
        headers.append(HTTPField(name: .rateLimitReset, value: String((resetsAt.milliseconds + 999) / 1000)))
        headers.append(HTTPField(name: .rateLimitWindow, value: String(windowSeconds)))
    }
}
