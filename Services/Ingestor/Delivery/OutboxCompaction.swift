import Logging
import SharedDomain
import SharedMessaging
import SharedRuntime

/// Lets go of superseded events.
struct OutboxCompaction: Sendable {
    let outbox: Outbox
    let subscribers: [String]
    let retentionDays: Int
    let time: TimeSource
    let logger: Logger

    /// Lets go of them at start and once a day.
    var job: DailyJob { DailyJob("compact the event log", time: time, logger: logger, work: compact) }

    /// Lets go of them now.
    ///
    /// - Throws: `ServiceError` when the store does not answer.
    func compact() async throws {
        let cutoff = time.now().advanced(by: .zero - .seconds(86_400) * retentionDays)
        let removed = try await outbox.compact(olderThan: cutoff, readBy: subscribers)
        if removed > 0 { logger.info("superseded events were let go", metadata: ["events": "\(removed)"]) }
    }
}
