import Logging
import ServiceContextModule
import SharedTelemetry
import Testing

@Suite("the context of a request")
struct RequestContextTests {
    @Test("work inside has the request's ids, its child tasks too, and work outside has none")
    func scope() async throws {
        let id = try #require(CorrelationID("abc"))
        let trace = TraceParent.make(isSampled: true)
        let state = try #require(TraceState("rojo=00f067aa0ba902b7"))
        #expect(ServiceContext.current?.correlationID == nil)
        await withRequestContext(correlationID: id, traceParent: trace, traceState: state) {
            #expect(ServiceContext.current?.correlationID == "abc")
            #expect(ServiceContext.current?.traceState == state)
            async let inChild = ServiceContext.current?.traceParent
            #expect(await inChild == trace)
        }
        #expect(ServiceContext.current?.correlationID == nil)
    }

    @Test("a request within a request has its own ids and does not inherit a trace")
    func nested() async throws {
        let outer = try #require(CorrelationID("outer"))
        let inner = try #require(CorrelationID("inner"))
        let state = try #require(TraceState("rojo=00f067aa0ba902b7"))
        await withRequestContext(correlationID: outer, traceParent: .make(isSampled: true), traceState: state) {
            await withRequestContext(correlationID: inner, traceParent: nil) {
                #expect(ServiceContext.current?.correlationID == "inner")
                #expect(ServiceContext.current?.traceParent == nil)
                #expect(ServiceContext.current?.traceState == nil)
            }
            #expect(ServiceContext.current?.correlationID == "outer")
        }
    }

    @Test("an error of the work comes out")
    func throwing() async throws {
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await withRequestContext(correlationID: .make(), traceParent: nil) { throw Failure() }
        }
    }

    @Test("every line of a request bears its ids", arguments: LogFormat.allCases)
    func logged(_ format: LogFormat) async throws {
        let sink = CapturingSink()
        let logger = sink.logger(format)
        let trace = try #require(TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
        await withRequestContext(correlationID: try #require(CorrelationID("req-1")), traceParent: trace) {
            logger.info("inside")
        }
        logger.info("outside")
        let lines = sink.lines
        #expect(lines.count == 2)
        #expect(lines.first?.contains("req-1") == true)
        #expect(lines.first?.contains("4bf92f3577b34da6a3ce929d0e0e4736") == true)
        #expect(lines.first?.contains("00f067aa0ba902b7") == true)
        #expect(lines.last?.contains("correlation_id") == false)
    }
}
