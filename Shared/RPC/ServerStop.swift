import SharedDomain
import Synchronization

/// Whether a server is being stopped, and how much time that leaves to calls under way.
///
/// The library tells a call in the same way that its caller has gone and that the server stops; only the first is a
/// reason to give it up at once.
final class ServerStop: Sendable {
    private let hasBegun = Atomic<Bool>(false)
    private let graceTime: Duration
    private let time: TimeSource

    init(graceTime: Duration, time: TimeSource) {
        self.graceTime = graceTime
        self.time = time
    }

    var isUnderWay: Bool { hasBegun.load(ordering: .acquiring) }

    func begin() {
        hasBegun.store(true, ordering: .releasing)
    }

    /// Returns at once unless the server is being stopped, and then when the time of calls under way is over.
    func graceTimePassed() async throws {
        if isUnderWay { try await time.sleep(graceTime) }
    }
}
