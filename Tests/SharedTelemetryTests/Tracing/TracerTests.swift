import SharedTelemetry
import Testing

@Suite("spans")
struct TracerTests {
    private let kept = KeptSpans()

    private func tracer(_ ratio: Double) -> Tracer {
        Tracer(resource: someResource, sampleRatio: ratio, exporter: kept, clock: steppingClock())
    }

    private func parent(_ flags: String) throws -> TraceParent {
        try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-\(flags)"))
    }

    @Test("a span that ended has all that was said of it")
    func ended() throws {
        let state = try #require(TraceState("rojo=00f067aa0ba902b7"))
        let span = tracer(0).start("GET /api", kind: .server, parent: try parent("01"), traceState: state)
        #expect(span.isRecording)
        #expect(span.traceState == state)
        span.set("http.request.method", "GET")
        span.set("http.response.status_code", 200)
        span.set("http.request.method", "POST")
        span.end(.error("broken"))
        let finished = try #require(kept.spans.first)
        #expect(finished.resource == someResource)
        #expect(finished.context == span.context)
        #expect(finished.context.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(finished.context.spanID != "00f067aa0ba902b7")
        #expect(finished.parent?.spanID == "00f067aa0ba902b7")
        #expect(finished.traceState == state)
        #expect(finished.name == "GET /api")
        #expect(finished.kind == .server)
        #expect(finished.startedAt == 1_544_712_660_000_000_000)
        #expect(finished.endedAt == 1_544_712_660_000_000_007)
        #expect(finished.attributes.map(\.key) == ["http.request.method", "http.response.status_code"])
        #expect(finished.attributes.map(\.value) == [.string("POST"), .int(200)])
        #expect(finished.droppedAttributes == 0)
        #expect(finished.status == .error("broken"))
    }

    @Test("a span ends once, and nothing is set afterwards")
    func endsOnce() {
        let span = tracer(1).start("a", kind: .internal, parent: nil)
        span.end()
        span.set("late", true)
        span.end(.error("late"))
        #expect(kept.spans.count == 1)
        #expect(kept.spans.first?.status == .unset)
        #expect(kept.spans.first?.attributes.isEmpty == true)
    }

    @Test(
        "the caller's decision holds, whatever the ratio",
        arguments: [(0.0, "01", true), (1.0, "00", false), (0.0, "03", true), (1.0, "02", false)])
    func parentDecides(_ ratio: Double, _ flags: String, _ isRecorded: Bool) throws {
        let span = tracer(ratio).start("a", kind: .server, parent: try parent(flags))
        #expect(span.isRecording == isRecorded)
        #expect(span.context.isSampled == isRecorded)
        span.end()
        #expect(kept.spans.isEmpty == !isRecorded)
    }

    @Test(
        "a new trace is recorded by the ratio, and says so to those it calls", arguments: [(0.0, false), (1.0, true)])
    func newTrace(_ ratio: Double, _ isRecorded: Bool) throws {
        let state = try #require(TraceState("rojo=1"))
        let span = tracer(ratio).start("a", kind: .consumer, parent: nil, traceState: state)
        #expect(span.context.isSampled == isRecorded)
        #expect(span.isRecording == isRecorded)
        #expect(span.traceState == nil)
        span.end()
        #expect(kept.spans.map(\.parent) == (isRecorded ? [nil] : []))
    }

    @Test("without a tracer traces are carried on and none is begun that others would record")
    func disabled() throws {
        let state = try #require(TraceState("rojo=1"))
        let child = Tracer.disabled.start("a", kind: .server, parent: try parent("01"), traceState: state)
        #expect(child.context.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(child.context.isSampled)
        #expect(child.traceState == state)
        #expect(!child.isRecording)
        let new = Tracer.disabled.start("a", kind: .server, parent: nil)
        #expect(!new.context.isSampled)
        #expect(TraceParent(new.context.description) == new.context)
        child.set("a", 1)
        child.end()
    }

    @Test("what a span holds is bounded")
    func bounds() throws {
        let long = String(repeating: "긴", count: 100_000)
        let span = tracer(1).start(long, kind: .internal, parent: nil)
        for number in 0..<1000 { span.set("key\(number)", .string(long)) }
        span.set("key0", "again")
        span.end(.error(long))
        let finished = try #require(kept.spans.first)
        #expect(finished.attributes.count == 32)
        #expect(finished.droppedAttributes == 968)
        #expect(finished.attributes.first?.value == "again")
        #expect(finished.name.utf8.count <= 256)
        for attribute in finished.attributes {
            guard case .string(let text) = attribute.value else { continue }
            #expect(text.utf8.count <= 256)
        }
        guard case .error(let message) = finished.status else { throw Unexpected() }
        #expect(message.utf8.count <= 256 && message.hasSuffix("…[cut]"))
    }

    @Test("a clock that ran backwards makes no span end before it began")
    func backwards() throws {
        let looks = KeptSpans()
        let clock = SpanClock(sinceEpoch: { 1000 }, monotonic: { looks.spans.isEmpty ? 500 : 400 })
        let tracer = Tracer(resource: someResource, sampleRatio: 1, exporter: kept, clock: clock)
        let span = tracer.start("a", kind: .internal, parent: nil)
        Tracer(resource: someResource, sampleRatio: 1, exporter: looks).start("b", kind: .internal, parent: nil).end()
        span.end()
        let finished = try #require(kept.spans.first)
        #expect([finished.startedAt, finished.endedAt] == [1000, 1000])
    }

    @Test("the machine's clocks run, and in nanoseconds")
    func systemClock() {
        let first = (SpanClock.system.sinceEpoch(), SpanClock.system.monotonic())
        let second = (SpanClock.system.sinceEpoch(), SpanClock.system.monotonic())
        // 2020-01-01 and 2200-01-01 in nanoseconds, by date(1).
        #expect((1_577_836_800_000_000_000...7_258_118_400_000_000_000).contains(first.0))
        #expect(second.1 > 0 && second.1 >= first.1)
    }

    private struct Unexpected: Error {}
}
