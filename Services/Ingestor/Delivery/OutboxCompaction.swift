import Logging
import ServiceLifecycle
import SharedDomain
import SharedMessaging

/// Lets go of superseded events, once a day.
struct OutboxCompaction: Service {
    static let interval = Duration.seconds(86_400)

    let outbox: Outbox
    let subscribers: [String]
    let retentionDays: Int
    let time: TimeSource
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            do {
                while !Task.isCancelled {
                    await compact()
                    try await time.sleep(Self.interval)
                }
            } catch is CancellationError {
                return
            }
        }
    }

    /// Lets go of them now.
    func compact() async {
        let cutoff = time.now().advanced(by: .zero - Self.interval * retentionDays)
        do {
            let removed = try await outbox.compact(olderThan: cutoff, readBy: subscribers)
            if removed > 0 { logger.info("superseded events were let go", metadata: ["events": "\(removed)"]) }
        } catch {
            logger.error("the event log was not compacted; tomorrow again", metadata: ["cause": "\(error)"])
        }
    }
}
