import ServiceContextModule
import SharedContracts
import SharedDomain
import SharedTelemetry

/// What can be seen of the deliveries to one subscriber.
struct RelayTelemetry: Sendable {
    /// Events that the subscriber has acknowledged.
    let delivered: Counter
    /// Attempts that failed.
    let failures: Counter
    private let subscriber: String
    private let tracer: Tracer

    /// Declares `events_delivered_total`, `event_delivery_failures_total`, `event_outbox_depth`,
    /// `event_delivery_lag_seconds` and `event_dead_letters`, each by subscriber.
    init(of outbox: Outbox, to subscriber: String, time: TimeSource, metrics: MetricsRegistry, tracer: Tracer) {
        self.subscriber = subscriber
        self.tracer = tracer
        let labels = ["subscriber"]
        delivered = metrics.counter(
            "events_delivered_total", "Events that the subscriber has acknowledged.", labels: labels
        ).with(subscriber)
        failures = metrics.counter(
            "event_delivery_failures_total", "Attempts to deliver events that failed.", labels: labels
        ).with(subscriber)
        let reader = StandingReader(outbox, of: subscriber, time: time)
        let read = { @Sendable (value: @escaping @Sendable (OutboxStanding) -> Double) in
            { @Sendable () async -> [MetricSample] in
                guard let standing = await reader.standing() else { return [] }
                return [MetricSample(labels: [subscriber], value: value(standing))]
            }
        }
        metrics.collect(
            "event_outbox_depth", "Events that wait for the subscriber.", kind: .gauge, labels: labels,
            read { Double($0.depth) })
        metrics.collect(
            "event_delivery_lag_seconds", "Age of the oldest event that the subscriber has not acknowledged.",
            kind: .gauge, labels: labels,
            read { standing in
                standing.oldest.map { max(0, $0.duration(to: time.now()) / .seconds(1)) } ?? 0
            })
        metrics.collect(
            "event_dead_letters", "Events that the subscriber refused for good and that wait for a person.",
            kind: .gauge, labels: labels, read { Double($0.deadLetters) })
    }

    /// Runs a delivery as part of the work that made its first event: within a producer span of that trace, and under
    /// its correlation id.
    func delivering<Result>(
        _ batch: EventBatch, isolation: isolated (any Actor)? = #isolation, _ deliver: () async throws -> Result
    ) async throws -> Result {
        let parent = batch.events.lazy.compactMap { TraceParent($0.traceparent) }.first
        let span = tracer.start("send \(subscriber)", kind: .producer, parent: parent)
        MessagingAttributes.set(on: span, operation: "send", destination: subscriber, count: batch.events.count)
        var context = ServiceContext.current ?? .topLevel
        context.traceParent = span.context
        context.traceState = nil
        if let correlationID = batch.events.lazy.compactMap({ CorrelationID($0.correlationID) }).first {
            context.correlationID = correlationID.value
        }
        do {
            let result = try await ServiceContext.withValue(context) { try await deliver() }
            span.end()
            return result
        } catch {
            span.end(.error("the delivery failed"))
            throw error
        }
    }
}

/// The attributes of a span of messaging, by the OpenTelemetry semantic conventions.
enum MessagingAttributes {
    static func set(on span: Span, operation: String, destination: String, count: Int) {
        guard span.isRecording else { return }
        span.set("messaging.system", "currency_travel")
        span.set("messaging.operation.name", .string(operation))
        span.set("messaging.operation.type", .string(operation))
        span.set("messaging.destination.name", .string(destination))
        span.set("messaging.batch.message_count", .int(count))
    }
}
