import SharedDatabase
import SharedDomain
import SharedMessaging

/// The data-ingestor's store: what was accepted, how it was collected, and the log of events.
struct IngestorStore: Sendable {
    /// Every shape of the store, in order.
    static let migrations = [
        Outbox.migration, accepted, runs, payloads, Outbox.epochMigration(number: 4), publications,
    ]

    let store: Store

    /// What is held of rates: for `/health`.
    struct Coverage: Sendable, Hashable {
        /// Days with an accepted sheet of any source.
        var days = 0
        var newestDay: Day?
    }
}
