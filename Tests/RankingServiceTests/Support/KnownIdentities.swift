import SharedDomain
import SharedTesting
import Synchronization

@testable import RankingService

/// Identities that are the same in every run: their random part comes from one row of numbers.
final class KnownIdentities: Sendable {
    private let generator = Mutex(SplitMix64(seed: 1))

    func next(at instant: Instant) -> SelectionID {
        generator.withLock { SelectionID(at: instant, using: &$0) }
    }
}
