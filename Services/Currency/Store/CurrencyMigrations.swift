import SharedDatabase
import SharedMessaging

/// Every shape that currency.sqlite has had, in order.
enum CurrencyMigrations {
    /// The inbox's own table first, then ours.
    static let all = [
        Inbox.migration, rates, prices, transferPrices, coverage, Inbox.headMigration(number: 5),
        Inbox.epochMigration(number: 6), Inbox.loadMigration(number: 7), publications,
    ]
}
