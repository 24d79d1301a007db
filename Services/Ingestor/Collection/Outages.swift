import Logging
import SharedDomain
import Synchronization

/// Says once that a source does not answer, and once that it does again: a night without a network is two lines.
final class Outages: Sendable {
    private let failing = Mutex<Set<SourceID>>([])
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    func failed(_ source: SourceID, _ reason: String) {
        let isNew = failing.withLock { $0.insert(source).inserted }
        logger.log(
            level: isNew ? .warning : .debug,
            "\(source) could not be asked for news; what is held stays, and it is asked again later",
            metadata: ["source": "\(source)", "cause": "\(reason)"])
    }

    func succeeded(_ source: SourceID) {
        let wasFailing = failing.withLock { $0.remove(source) != nil }
        if wasFailing { logger.info("\(source) answers again", metadata: ["source": "\(source)"]) }
    }
}
