import ServiceContextModule
import SharedContracts
import SharedTelemetry

/// What can be seen of the events that a subscriber applies.
struct InboxTelemetry: Sendable {
    /// What became of an event.
    enum Outcome: String, Sendable {
        case applied
        /// It was held already.
        case duplicate
        /// It can never be applied.
        case refused
    }

    /// How many events of a batch came to which end.
    struct Tally: Sendable {
        fileprivate struct Key: Hashable {
            let kind: String
            let outcome: Outcome
        }

        fileprivate var counts: [Key: Int] = [:]

        mutating func add(_ event: EventsV1Event, _ outcome: Outcome) {
            counts[Key(kind: event.kind, outcome: outcome), default: 0] += 1
        }
    }

    private let applied: CounterFamily
    private let tracer: Tracer

    /// Declares `events_applied_total`, by kind of event and outcome.
    init(metrics: MetricsRegistry, tracer: Tracer) {
        applied = metrics.counter(
            "events_applied_total", "Events that came in, by kind and by what became of them.",
            labels: ["kind", "outcome"])
        self.tracer = tracer
    }

    /// Counts what was committed.
    func count(_ tally: Tally) {
        for (key, count) in tally.counts { applied.with(key.kind, key.outcome.rawValue).add(count) }
    }

    /// Runs the work on a batch within a consumer span for each trace that its events belong to. The first of them is
    /// the context of the work.
    func applying<Result>(
        _ batch: EventBatch, isolation: isolated (any Actor)? = #isolation, _ apply: () async throws -> Result
    ) async throws -> Result {
        let surroundings = ServiceContext.current ?? .topLevel
        let spans = EventTraces(of: batch.events, within: surroundings.traceParent).traces.map { trace in
            let span = tracer.start(
                "process \(batch.producer)", kind: .consumer, parent: trace.parent,
                traceState: trace.parent == surroundings.traceParent ? surroundings.traceState : nil)
            MessagingAttributes.set(
                on: span, operation: "process", destination: batch.producer, count: trace.events)
            return span
        }
        var context = surroundings
        context.traceParent = spans.first?.context ?? surroundings.traceParent
        do {
            let result = try await ServiceContext.withValue(context) { try await apply() }
            for span in spans { span.end() }
            return result
        } catch {
            for span in spans { span.end(.error("the batch was not applied")) }
            throw error
        }
    }
}

/// The traces that the events of a batch belong to.
struct EventTraces {
    struct Trace {
        /// What the work on these events is a part of; nil where neither they nor the call belong to a trace.
        let parent: TraceParent?
        var events: Int
    }

    /// Traces of one batch that are followed; further ones are not, their events are applied all the same.
    static let most = 16

    private(set) var traces: [Trace] = []

    /// - Parameter call: the span of the call that brought the events, which stands in for theirs in its own trace.
    init(of events: [EventsV1Event], within call: TraceParent?) {
        var places: [String: Int] = [:]
        for event in events {
            let own = TraceParent(event.traceparent)
            let parent = own?.traceID == call?.traceID ? call : own ?? call
            let key = parent?.traceID ?? ""
            if let place = places[key] {
                traces[place].events += 1
            } else if traces.count < Self.most {
                places[key] = traces.count
                traces.append(Trace(parent: parent, events: 1))
            }
        }
    }
}

extension EventsV1Event {
    /// The kind of its body: one of a few words.
    fileprivate var kind: String {
        switch body {
        case .sheet: "sheet"
        case .priceEdition: "price_edition"
        case nil: "unknown"
        }
    }
}
