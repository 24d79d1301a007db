import Logging
import ServiceContextModule
import SharedDomain
import Testing

@testable import SharedTelemetry

/// What is prepared must read as what any logger writes, to the byte.
@Suite("access lines")
struct AccessLinesTests {
    private static let trace = TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")

    private func events() throws -> [AccessEvent] {
        let trace = try #require(Self.trace)
        let ids = try ["a", "req-1.x_Y", String(repeating: "9", count: CorrelationID.longest)].map {
            try #require(CorrelationID($0))
        }
        let durations = [0, 1, 9, 10, 100, 999, 1000, 1010, 1100, 12_345, 1_000_001, 86_400_000_000, -1500]
        return ids.flatMap { id in
            durations.map { microseconds in
                AccessEvent(
                    correlationID: id, traceParent: trace, status: 200 + microseconds % 7, microseconds: microseconds,
                    bytes: microseconds * 3)
            }
        }
    }

    /// The lines of all events, prepared or not, each at another time.
    private func lines(_ subject: AccessSubject, _ format: LogFormat, isPrepared: Bool) throws -> [String] {
        let sink = CapturingSink()
        let clock = Ticking()
        let handler = LineLogHandler(
            service: "currency", label: "currency", settings: LogSettings(level: .debug, format: format), sink: sink,
            now: { clock.now() })
        let lines = AccessLines(subject, Logger(label: "currency") { _ in handler }, isPrepared: isPrepared)
        #expect(lines.arePrepared == isPrepared)
        for event in try events() {
            ServiceContext.withValue(
                .ofRequest(correlationID: event.correlationID, traceParent: event.traceParent)
            ) { lines.write(event) }
        }
        return sink.lines
    }

    @Test(
        "prepared lines are what the formatter writes", arguments: LogFormat.allCases,
        ["/api/v1/currencies/{code}", "/with \"quotes\" = and spaces\n", "/한국", ""])
    func same(format: LogFormat, route: String) throws {
        for level in [Logger.Level.info, .debug] {
            let subject = AccessSubject(level: level, method: "GET", route: route)
            let prepared = try lines(subject, format, isPrepared: true)
            #expect(try prepared == lines(subject, format, isPrepared: false))
            #expect(try prepared.count == events().count)
        }
    }

    @Test("a line reads as documented")
    func form() throws {
        let sink = CapturingSink()
        let trace = try #require(Self.trace)
        let id = try #require(CorrelationID("req-1"))
        AccessLines(AccessSubject(level: .info, method: "GET", route: "/x"), sink.logger(.json)).write(
            AccessEvent(
                correlationID: id, traceParent: trace, status: 200, duration: .microseconds(1250), bytes: 42))
        #expect(
            sink.lines == [
                #"{"time":"2026-10-30T15:00:00.000Z","level":"info","service":"currency","correlation_id":"req-1","#
                    + #""trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7","#
                    + #""message":"request","metadata":{"bytes":42,"duration_ms":1.25,"method":"GET","route":"/x","#
                    + #""status":200}}"#
            ])
    }

    @Test("those of requests wait for more, every other line is written at once")
    func waiting() throws {
        let sink = SortingSink()
        let handler = LineLogHandler(
            service: "currency", label: "currency", settings: LogSettings(level: .info, format: .json), sink: sink,
            now: { someInstant })
        let logger = Logger(label: "currency") { _ in handler }
        let event = try #require(try events().first)
        AccessLines(AccessSubject(level: .info, method: "GET", route: "/x"), logger).write(event)
        logger.info("started")
        #expect(sink.kept.value == 1)
        #expect(sink.written.value == 1)
    }

    @Test("nothing is written below the level")
    func level() throws {
        let sink = CapturingSink()
        let subject = AccessSubject(level: .debug, method: "GET", route: "/x")
        let lines = AccessLines(subject, sink.logger(.json, level: .info))
        for event in try events() { lines.write(event) }
        #expect(sink.lines.isEmpty)
    }

    @Test("a logger that says more, a line that may have to be cut, and the sample's own values are not prepared")
    func unprepared() {
        func isPrepared(_ route: String, _ change: (inout LineLogHandler) -> Void = { _ in }) -> Bool {
            var handler = LineLogHandler(
                service: "s", label: "s", settings: LogSettings(level: .info, format: .json, maximumLineBytes: 1024),
                sink: CapturingSink(), now: { someInstant })
            change(&handler)
            let subject = AccessSubject(level: .info, method: "GET", route: route)
            return AccessLines(subject, Logger(label: "s") { [handler] _ in handler }).arePrepared
        }
        #expect(isPrepared("/x"))
        #expect(!isPrepared("/x") { $0.metadata["more"] = "1" })
        #expect(!isPrepared("/x") { $0.metadataProvider = nil })
        #expect(!isPrepared(String(repeating: "x", count: 700)))
        for value in ["111222333", "correlation-of-the-sample", "1987-06-05T04:03:02.109Z"] {
            #expect(!isPrepared("/" + value))
        }
    }
}

/// Counts lines by how they are to be written.
private final class SortingSink: LineSink {
    let kept = Counter()
    let written = Counter()

    func write(_ line: String) { written.add() }
    func keep(terminated line: UnsafeRawBufferPointer) { kept.add() }
}

/// A clock that goes on by a different time at each look.
private final class Ticking: Sendable {
    private let looks = Counter()

    func now() -> Instant {
        looks.add()
        let steps: [Int64] = [0, 1, 999, 86_399_999, 86_400_000 * 59]
        return Instant(
            milliseconds: someInstant.milliseconds + steps[looks.value % steps.count] * Int64(looks.value))
    }
}
