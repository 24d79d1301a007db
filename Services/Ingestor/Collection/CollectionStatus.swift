import SharedDomain
import Synchronization

/// How collection stands, kept in memory so that `/health` asks no store.
final class CollectionStatus: Sendable {
    /// The load of the history that comes with the release.
    enum FirstLoad: String, Sendable {
        case running
        case done
        /// There is none to load.
        case none
        case failed
    }

    struct Snapshot: Sendable {
        var firstLoad: FirstLoad
        /// Days in the shipped history; nil until it was read.
        var shippedDays: Int?
        var coverage: IngestorStore.Coverage
        /// When a source last gave what it publishes; nil before.
        var lastSuccess: Instant?
        /// What went wrong in the last run; nil when nothing did.
        var lastError: String?
    }

    private let state: Mutex<Snapshot>

    init(_ initial: Snapshot) {
        state = Mutex(initial)
    }

    var snapshot: Snapshot { state.withLock { $0 } }

    func update(_ change: (inout Snapshot) -> Void) {
        state.withLock { change(&$0) }
    }
}

extension CollectionStatus {
    /// How collection stood when the process before this one ended.
    convenience init(of store: IngestorStore, seed: SeedData) async throws {
        let states = try await store.sourceStates()
        self.init(
            Snapshot(
                firstLoad: seed == .shipped ? .running : .none, shippedDays: nil,
                coverage: try await store.coverage(), lastSuccess: states.compactMap(\.lastSuccess).max(),
                lastError: nil))
    }
}
