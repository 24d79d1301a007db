import Logging
import SharedDomain
import SharedTelemetry
import Testing

@Suite("loggers")
struct LineLogHandlerTests {
    private let sink = CapturingSink()

    @Test("messages below the level are not written")
    func level() {
        let logger = sink.logger(.text, level: .warning)
        logger.info("no")
        logger.warning("yes")
        #expect(sink.lines.count == 1)
    }

    @Test("level and metadata belong to one logger, not to its copies")
    func valueSemantics() {
        let first = sink.logger(.text, level: .info)
        var second = first
        second.logLevel = .error
        second[metadataKey: "only-on"] = "second"
        #expect(first.logLevel == .info)
        #expect(first[metadataKey: "only-on"] == nil)
        #expect(second[metadataKey: "only-on"] == "second")
    }

    @Test("what the event brings wins over the place, and that over the logger")
    func precedence() throws {
        var handler = LineLogHandler(
            service: "s", label: "s", settings: LogSettings(level: .info, format: .text), sink: sink,
            now: { someInstant }, metadataProvider: Logger.MetadataProvider { ["b": "place", "c": "place"] })
        handler.metadata = ["a": "logger", "b": "logger", "c": "logger"]
        Logger(label: "s") { _ in handler }.info("m", metadata: ["c": "event"])
        #expect(sink.lines.first?.hasSuffix("m a=logger b=place c=event") == true)
    }

    @Test("the time always has three digits of fraction", arguments: [(0, "000"), (7, "007"), (120, "120")])
    func time(_ milliseconds: Int64, _ fraction: String) {
        let handler = LineLogHandler(
            service: "s", label: "s", settings: LogSettings(level: .info, format: .text), sink: sink,
            now: { Instant(milliseconds: someInstant.milliseconds + milliseconds) })
        Logger(label: "s") { _ in handler }.info("m")
        #expect(sink.lines.first?.hasPrefix("2026-10-30T15:00:00.\(fraction)Z ") == true)
    }

    @Test("two services in one process log under their own names")
    func twoServices() {
        sink.logger(.text, service: "currency").info("m")
        sink.logger(.text, service: "history").info("m")
        #expect(sink.lines.map { $0.contains("[currency]") } == [true, false])
        #expect(sink.lines.map { $0.contains("[history]") } == [false, true])
    }

    @Test("setting up the libraries' loggers twice is harmless")
    func bootstrapTwice() {
        let first = TelemetryBootstrap.bootstrap(service: "one", level: .critical, format: .text)
        let second = TelemetryBootstrap.bootstrap(service: "two", level: .critical, format: .json)
        #expect([first.label, second.label] == ["one", "two"])
        #expect(Logger(label: "a library").handler is LineLogHandler)
    }

    @Test("a bound too small for the fixed parts is raised")
    func smallestBound() {
        #expect(LogSettings(level: .info, format: .text, maximumLineBytes: 1).maximumLineBytes == 1024)
    }
}
