import SharedMessaging
import Synchronization

/// Whether the own store has everything that was ever published to this service, so that what it lacks does not exist.
///
/// The log of events holds the newest sheet of every source, day and publication for good, so a store that has applied
/// all of it lacks nothing. Only what a producer had told in a log that it has lost may be missing: that is in history,
/// and hydration has brought it.
final class StoreCompleteness: Sendable {
    private let standing: LogStanding
    private let hasHistory: Bool
    private let isHydrated = Mutex(false)

    /// - Parameters:
    ///   - standing: how much of the log is applied.
    ///   - hasHistory: whether there is a history at all to fetch sheets from; without one nobody knows more.
    init(standing: LogStanding, hasHistory: Bool) {
        self.standing = standing
        self.hasHistory = hasHistory
    }

    /// Whether it has everything now. To be asked before what is held is looked at: that only ever becomes more.
    var isComplete: Bool {
        guard standing.isCaughtUp(with: .sheets) else { return false }
        return !hasHistory || isHydrated.withLock { $0 } || !standing.hasReplacedLog(of: .sheets)
    }

    /// Notes that all of history's recent sheets are in the store.
    func noteHydration() {
        isHydrated.withLock { $0 = true }
    }
}
