import Foundation
import Logging
import SharedTelemetry
import SharedTesting
import Testing

@Suite("The line that says how many lines were dropped", .timeLimit(.minutes(1)))
struct DroppedLinesTests {
    @Test("is a warning in the format of the log, with the time, the service and the number", arguments: [1, 3])
    func text(_ count: Int) throws {
        let lines = try linesAfterLosing(count, in: .text)
        #expect(
            lines == [
                "2026-10-30T15:00:00.000Z warning  [currency] \(Self.sentence(count)) dropped=\(count)",
                "2026-10-30T15:00:00.000Z error    [currency] next",
            ])
    }

    @Test("is one object like all others where lines are JSON", arguments: [1, 3])
    func json(_ count: Int) throws {
        let lines = try linesAfterLosing(count, in: .json)
        #expect(lines.count == 2)
        let line = try #require(lines.first)
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Set(object.keys) == ["time", "level", "service", "message", "metadata"])
        #expect(object["time"] as? String == "2026-10-30T15:00:00.000Z")
        #expect(object["level"] as? String == "warning")
        #expect(object["service"] as? String == "currency")
        #expect(object["message"] as? String == Self.sentence(count))
        #expect(object["metadata"] as? [String: Int] == ["dropped": count])
    }

    private static func sentence(_ count: Int) -> String {
        count == 1
            ? "1 log line was dropped: it could not be written in time"
            : "\(count) log lines were dropped: they could not be written in time"
    }

    /// What is written after a number of lines that could not be: the descriptor may only be read from, and then becomes
    /// the end of a pipe.
    private func linesAfterLosing(_ count: Int, in format: LogFormat) throws -> [String] {
        let descriptor = open("/dev/null", O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let sink = FileDescriptorSink(descriptor)
        let logger = TelemetryBootstrap.makeLogger(
            service: "currency", settings: LogSettings(level: .error, format: format), sink: sink,
            now: { someInstant })
        for _ in 0..<count {
            logger.error("lost")
            sink.flush()
        }
        let pipe = try OpenPipe()
        defer { pipe.close() }
        try #require(dup2(pipe.writingEnd, descriptor) == descriptor)
        logger.error("next")
        sink.flush()
        return String(decoding: try pipe.readWhatIsThere(), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
