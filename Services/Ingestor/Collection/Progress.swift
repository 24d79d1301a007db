import Logging
import SharedDomain
import Synchronization

/// Says how far a long load is, and nothing about a short one.
final class Progress: Sendable {
    /// How long something takes before it is worth a line, and the least time between lines.
    static let interval = Duration.seconds(2)

    private let subject: String
    private let unit: String
    private let total: Int
    private let time: TimeSource
    private let logger: Logger
    private let lastSaid: Mutex<Instant>

    init(_ subject: String, of unit: String, total: Int, time: TimeSource, logger: Logger) {
        self.subject = subject
        self.unit = unit
        self.total = total
        self.time = time
        self.logger = logger
        lastSaid = Mutex(time.now())
    }

    func reached(_ done: Int) {
        let now = time.now()
        let isDue = lastSaid.withLock { lastSaid in
            guard lastSaid.duration(to: now) >= Self.interval else { return false }
            lastSaid = now
            return true
        }
        if isDue { logger.info("\(subject) \(done)/\(total) \(unit)") }
    }
}
