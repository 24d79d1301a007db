import HTTPTypes
import HummingbirdCore
import ServiceContextModule
import SharedTelemetry

/// What is noted of a request once it was answered. It is little, because a streamed answer holds it until its end.
struct AnsweredRequest: Sendable {
    let method: HTTPRequest.Method
    /// The route that answered; nil where none did.
    let route: CompiledRoute?
    let correlationID: CorrelationID
    /// The work on the request in its trace.
    let span: Span
    let startedAt: ContinuousClock.Instant

    init(_ exchange: Exchange) {
        method = exchange.request.method
        route = exchange.route
        correlationID = exchange.identity.correlationID
        span = exchange.span
        startedAt = exchange.startedAt
    }

    /// The names that its lines are logged under.
    var names: ServiceContext {
        .ofRequest(correlationID: correlationID, traceParent: span.context, traceState: span.traceState)
    }
}
