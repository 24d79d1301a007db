import Synchronization

/// What a recorded span is made of while it lasts.
final class SpanRecorder: Sendable {
    /// What does not change.
    struct Origin: Sendable {
        let resource: TraceResource
        let context: TraceParent
        let parent: TraceParent?
        let traceState: TraceState?
        let name: String
        let kind: SpanKind
    }

    private struct Content {
        var attributes: [(key: String, value: SpanValue)] = []
        var dropped = 0
        var hasEnded = false
    }

    private let origin: Origin
    private let clock: SpanClock
    private let exporter: any SpanExporter
    private let startedAt: UInt64
    private let startedMonotonic: UInt64
    private let content = Mutex(Content())

    init(_ origin: Origin, clock: SpanClock, exporter: any SpanExporter) {
        self.origin = origin
        self.clock = clock
        self.exporter = exporter
        startedAt = clock.sinceEpoch()
        startedMonotonic = clock.monotonic()
    }

    func set(_ key: String, _ value: SpanValue) {
        let value: SpanValue = if case .string(let text) = value { .string(SpanLimits.shortened(text)) } else { value }
        content.withLock { content in
            guard !content.hasEnded else { return }
            if let index = content.attributes.firstIndex(where: { $0.key == key }) {
                content.attributes[index].value = value
            } else if content.attributes.count < SpanLimits.attributes {
                content.attributes.append((key, value))
            } else {
                content.dropped += 1
            }
        }
    }

    /// Hands the span on, once.
    func end(_ status: SpanStatus) {
        let now = clock.monotonic()
        let ended = content.withLock { content -> Content? in
            guard !content.hasEnded else { return nil }
            content.hasEnded = true
            return content
        }
        guard let ended else { return }
        let duration = now > startedMonotonic ? now - startedMonotonic : 0
        exporter.export(
            FinishedSpan(
                resource: origin.resource, context: origin.context, parent: origin.parent,
                traceState: origin.traceState, name: SpanLimits.shortened(origin.name), kind: origin.kind,
                startedAt: startedAt, endedAt: startedAt &+ duration, attributes: ended.attributes,
                droppedAttributes: ended.dropped, status: status.bounded))
    }
}

extension SpanStatus {
    fileprivate var bounded: SpanStatus {
        if case .error(let message) = self { return .error(SpanLimits.shortened(message)) }
        return self
    }
}
