import SharedTelemetry
import Synchronization

/// Keeps the spans that ended.
final class KeptSpans: SpanExporter {
    private let kept = Mutex<[FinishedSpan]>([])

    var spans: [FinishedSpan] { kept.withLock { $0 } }

    func export(_ span: FinishedSpan) {
        kept.withLock { $0.append(span) }
    }
}

/// A clock that stands at the moment of the OpenTelemetry documentation's examples, and one that goes on by 7 ns with
/// every look.
func steppingClock() -> SpanClock {
    let stepping = SteppingCounter()
    return SpanClock(sinceEpoch: { 1_544_712_660_000_000_000 }, monotonic: { stepping.next() })
}

private final class SteppingCounter: Sendable {
    private let count = Atomic<UInt64>(100)

    func next() -> UInt64 { count.wrappingAdd(7, ordering: .relaxed).newValue }
}

let someResource = TraceResource(service: "currency", version: "1.2.3", environment: "dev", instance: "i-1")
