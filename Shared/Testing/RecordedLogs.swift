package import Logging
import Synchronization

/// Keeps what is logged, for tests of what a log says and of what it must not say.
package final class RecordedLogs: Sendable {
    /// One line of the log.
    package struct Line: Sendable {
        /// How severe it is.
        package let level: Logger.Level
        /// The message, without its metadata.
        package let message: String
        /// The metadata of the logger and of the line, rendered.
        package let metadata: [String: String]
    }

    private let recorded = Mutex<[Line]>([])

    /// An empty log.
    package init() {}

    /// A logger that records every level here.
    package var logger: Logger {
        Logger(label: "test") { _ in Handler(logs: self) }
    }

    /// What was logged so far, in order.
    package var lines: [Line] { recorded.withLock { $0 } }

    /// The messages of one level, in order.
    package func messages(at level: Logger.Level) -> [String] {
        lines.filter { $0.level == level }.map(\.message)
    }

    private struct Handler: LogHandler {
        let logs: RecordedLogs
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let line = Line(
                level: event.level, message: event.message.description, metadata: all.mapValues(\.description))
            logs.recorded.withLock { $0.append(line) }
        }
    }
}
