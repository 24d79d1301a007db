import Logging
import SharedDomain

/// Makes the one line of a log event.
protocol LineFormatter: Sendable {
    /// The line, without its line end and never longer than the formatter's bound.
    ///
    /// - Parameter metadata: Everything that goes with the event, merged.
    func line(for event: LogEvent, metadata: Logger.Metadata, at time: Instant) -> String

    /// The most bytes of a line from which nothing had to be cut, as long as each of its fields is short.
    var longestUncut: Int { get }
}

/// Whose lines they are.
struct LineOrigin: Sendable {
    /// The most bytes of a name in a line.
    static let longestName = 64

    /// The service's name.
    let service: String
    /// The logger's label, which for a library's logger is not the service's name.
    let label: String

    /// The label, where it says more than the service's name.
    var distinctLabel: String? { label == service ? nil : label }
}
