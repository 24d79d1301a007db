import Logging
import SharedDomain

/// What is said of log lines that were dropped.
enum DroppedLines {
    /// The sentence, for a number of them.
    static func sentence(_ count: Int) -> String {
        count == 1
            ? "1 log line was dropped: it could not be written in time"
            : "\(count) log lines were dropped: they could not be written in time"
    }

    /// The line of a log that says it: a warning, with the number as `dropped`.
    static func line(_ count: Int, by formatter: any LineFormatter, at time: Instant) -> String {
        let event = LogEvent(
            level: .warning, message: "\(sentence(count))", metadata: nil, source: nil, file: #fileID,
            function: #function, line: #line)
        return formatter.line(for: event, metadata: ["dropped": .stringConvertible(count)], at: time)
    }
}
