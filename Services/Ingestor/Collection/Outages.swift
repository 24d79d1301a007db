import Logging
import SharedDomain
import SharedResilience
import Synchronization

/// Says once that a source does not answer, and once that it does again: a night without a network is two lines.
final class Outages: Sendable {
    private let failing = Mutex<Set<SourceID>>([])
    private let leftAlone = Mutex<Set<SourceID>>([])
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

    /// Says once that calls to a source stopped because too many failed; a probe that fails too is no news.
    func noteBreaker(of source: SourceID, _ state: CircuitBreakerState?) {
        switch state {
        case .open(let period):
            guard leftAlone.withLock({ $0.insert(source).inserted }) else { return }
            logger.info(
                "\(source) failed too often and is left alone; one call will probe it then",
                metadata: ["source": "\(source)", "seconds": "\(period.components.seconds)"])
        case .closed:
            leftAlone.withLock { _ = $0.remove(source) }
        case .halfOpen, nil:
            break
        }
    }

    func succeeded(_ source: SourceID) {
        let wasFailing = failing.withLock { $0.remove(source) != nil }
        if wasFailing { logger.info("\(source) answers again", metadata: ["source": "\(source)"]) }
    }
}
