import GRDB
import SharedDatabase
import SharedHTTP
import SharedRPC

/// Puts together the answer of `/health` from what is known already: no peer is asked while a client waits.
struct HealthGathering: Sendable {
    let store: Store
    let monitor: PeerMonitor
    let health: HealthRegistry
    let report: @Sendable () async -> ServiceReport

    func gather() async -> HealthReport {
        let own = await report()
        let database = await databaseStatus()
        let peers = monitor.snapshot.sorted { $0.key < $1.key }.map { name, seen in
            HealthReport.Peer(
                name: name, status: HealthStatus(seen.status), responseMilliseconds: seen.responseTimeMilliseconds,
                lastCheck: seen.lastCheck)
        }
        let everythingIsWell =
            !own.isDegraded && own.messaging == .healthy && peers.allSatisfy { $0.status == .healthy }
        return HealthReport(
            status: database == .unhealthy ? .unhealthy : everythingIsWell ? .healthy : .degraded,
            notReady: health.status(of: HealthRegistry.wholeServer) == .serving ? nil : "it is starting or stopping",
            peers: peers, database: database, messaging: own.messaging, freshness: own.freshness)
    }

    private func databaseStatus() async -> HealthStatus {
        do {
            _ = try await store.read { db in try Int.fetchOne(db, SQLRequest(sql: "SELECT 1", cached: true)) }
            return .healthy
        } catch {
            // The store has logged why; here it is only a finding.
            return .unhealthy
        }
    }
}

extension HealthStatus {
    /// A peer that was not asked yet is not known to be well.
    fileprivate init(_ seen: PeerHealth.Status) {
        switch seen {
        case .healthy: self = .healthy
        case .unhealthy: self = .unhealthy
        case .unknown: self = .degraded
        }
    }
}
