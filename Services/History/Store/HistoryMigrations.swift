package import SharedDatabase
import SharedMessaging

/// Every shape that history.sqlite has had, in order.
package enum HistoryMigrations {
    /// The inbox's own table first, then ours.
    package static let all = [
        Inbox.migration, sheets, transfers, bars, Inbox.headMigration(number: 4), Inbox.epochMigration(number: 5),
        Inbox.loadMigration(number: 6),
    ]
}
