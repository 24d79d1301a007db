package import SharedDomain
import Synchronization

/// Counts requests by client in two sliding windows, an hour and a minute, in bounded memory: about 200 bytes for each
/// of the most clients, taken as they come. See `RateWindow` for how exact it is and `RateShard` for what happens when
/// there are more clients than that.
package final class RateLimiter: Sendable {
    /// The most clients that are counted separately.
    package static let usualCapacity = 100_000
    /// Clients are spread over this many locks.
    private static let shardCount = 16

    private final class Shard: Sendable {
        let state: Mutex<RateShard>

        init(capacity: Int) { state = Mutex(RateShard(capacity: capacity)) }
    }

    private let limits: RateLimits?
    private let time: TimeSource
    private let shards: [Shard]

    /// - Parameters:
    ///   - limits: Nil for no limits at all.
    ///   - capacity: The most clients counted separately, at least 1; rounded up to fill the shards.
    package init(limits: RateLimits?, capacity: Int = RateLimiter.usualCapacity, time: TimeSource) {
        self.limits = limits
        self.time = time
        let count = min(Self.shardCount, max(1, capacity))
        shards = (0..<count).map { _ in Shard(capacity: (max(1, capacity) + count - 1) / count) }
    }

    /// Counts a request of a client if it may pass. Nil when there are no limits.
    ///
    /// - Parameter tier: The tier of its key, nil for a client without one.
    package func take(_ client: ClientName, tier: Tier?) -> RateDecision? {
        take(client, tier: tier, at: time.now())
    }

    /// The same for a request that came at a moment that is known already.
    func take(_ client: ClientName, tier: Tier?, at now: Instant) -> RateDecision? {
        guard let limits else { return nil }
        let shard = shards[Int(UInt(bitPattern: client.hashValue) % UInt(shards.count))]
        return shard.state.withLock {
            $0.take(client, perHour: limits.perHour(tier), perMinute: limits.perMinute, at: now.milliseconds)
        }
    }

    /// How many clients are held in memory now.
    package var clientCount: Int {
        shards.reduce(0) { $0 + $1.state.withLock { $0.clientCount } }
    }
}
