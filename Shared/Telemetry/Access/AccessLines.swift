package import Logging

/// Writes the one line of each request of a route and method.
///
/// There is a line for every request, so a logger of ours prepares what the lines have in common. Any other logger, or
/// one that adds metadata of its own, is asked for each line as usual; what is written is the same.
package struct AccessLines: Sendable {
    private let subject: AccessSubject
    private let logger: Logger
    private let prepared: PreparedLines?

    /// Lines that `logger` writes as it is now: its level and metadata count.
    ///
    /// - Parameter isPrepared: Whether it is worth preparing them: not for a single line.
    package init(_ subject: AccessSubject, _ logger: Logger, isPrepared: Bool = true) {
        self.subject = subject
        self.logger = logger
        let isWritten = logger.logLevel <= subject.level
        prepared = isPrepared && isWritten ? (logger.handler as? LineLogHandler)?.prepare(subject) : nil
    }

    /// Whether the lines come from what was prepared.
    var arePrepared: Bool { prepared != nil }

    /// Writes the line of one request, whose context is the current one.
    package func write(_ event: AccessEvent) {
        if let prepared { return prepared.write(event) }
        guard logger.logLevel <= subject.level else { return }
        logger.log(level: subject.level, AccessSubject.message, metadata: subject.metadata(event))
    }
}
