import SharedDatabase
import SharedDomain

/// The store of the ranking service. All its SQL is in this room.
struct RankingStore: Sendable {
    let store: Store
    /// Whether a user counts once per country and day.
    let countsOncePerDay: Bool
    /// How long an idempotency key is remembered.
    let idempotencyRetention: Duration
    /// The tallies of the last days, which follow every commit once `fillMemory` was called.
    let memory = TallyMemory()

    /// Every shape the store has had.
    static let migrations = [Migration.selections, Migration.lastRates]
}
