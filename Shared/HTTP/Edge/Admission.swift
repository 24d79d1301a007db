import HTTPTypes
import HummingbirdCore
import NIOCore
import SharedDomain

/// Lets a request in: who asks, whether they may, and whether they have not asked too much.
struct Admission: Sendable {
    let services: EdgeServices
    let metrics: EdgeMetrics

    /// Notes who asks and how much more they may ask, and refuses what may not be.
    ///
    /// A request with a wrong key counts for the address it comes from, so that keys are not tried without end.
    func admit(_ exchange: inout Exchange, _ route: Route?) async throws {
        if route?.isProbe == true {
            exchange.principal = try await services.access.principal(exchange.request.headers)
        } else {
            do {
                exchange.principal = try await principal(exchange.request.headers)
            } catch {
                try count(&exchange)
                throw error
            }
            try count(&exchange)
        }
        if let route { try services.access.check(route.access, exchange.principal) }
    }

    private func principal(_ headers: HTTPFields) async throws -> Principal? {
        switch try services.access.begin(headers) {
        case .anonymous: nil
        case .principal(let principal): principal
        case .pending(let token): try await services.access.finish(token)
        }
    }

    private func count(_ exchange: inout Exchange) throws {
        guard let limiter = services.limiter else { return }
        let principal = exchange.principal
        let client = principal?.clientName ?? ClientName(address: exchange.clientAddress(services.addresses))
        guard let decision = limiter.take(client, tier: principal?.tier) else { return }
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
