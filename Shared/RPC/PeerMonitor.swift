import ServiceLifecycle
package import SharedDomain
import Synchronization

/// What was last seen of a peer.
package struct PeerHealth: Sendable, Hashable {
    package enum Status: String, Sendable {
        case healthy
        case unhealthy
        case unknown
    }

    package let status: Status
    /// How long its health check took, in milliseconds; nil when it did not answer.
    package let responseTimeMilliseconds: Double?
    /// Nil before the first check.
    package let lastCheck: Instant?
}

/// Looks at each peer's health again and again, so that a health request is answered from memory.
package final class PeerMonitor: Service {
    private let peers: [RPCPeer]
    private let interval: Duration
    private let time: TimeSource
    private let seen: Mutex<[String: PeerHealth]>

    package init(peers: [RPCPeer], interval: Duration = .seconds(5), time: TimeSource) {
        self.peers = peers
        self.interval = interval
        self.time = time
        let unknown = PeerHealth(status: .unknown, responseTimeMilliseconds: nil, lastCheck: nil)
        seen = Mutex(Dictionary(uniqueKeysWithValues: peers.map { ($0.name, unknown) }))
    }

    /// What was last seen of each peer, by name.
    package var snapshot: [String: PeerHealth] { seen.withLock { $0 } }

    /// Checks all peers, then waits for the interval, until stopped.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await self.checkAll()
                do {
                    try await self.time.sleep(self.interval)
                } catch is CancellationError {
                    return
                }
            }
        }
    }

    func checkAll() async {
        await withTaskGroup(of: Void.self) { group in
            for peer in peers {
                group.addTask { await self.check(peer) }
            }
        }
    }

    private func check(_ peer: RPCPeer) async {
        let clock = ContinuousClock()
        let start = clock.now
        let status: PeerHealth.Status
        do {
            status = try await peer.isServing() ? .healthy : .unhealthy
        } catch {
            // Not answering is what is being looked for: it is the finding, not a failure of the monitor.
            record(PeerHealth(status: .unhealthy, responseTimeMilliseconds: nil, lastCheck: time.now()), of: peer)
            return
        }
        let milliseconds = (clock.now - start) / .milliseconds(1)
        record(PeerHealth(status: status, responseTimeMilliseconds: milliseconds, lastCheck: time.now()), of: peer)
    }

    private func record(_ health: PeerHealth, of peer: RPCPeer) {
        seen.withLock { $0[peer.name] = health }
    }
}
