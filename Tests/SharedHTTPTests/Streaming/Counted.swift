import SharedTesting
import Synchronization

/// Counts what a body has written.
final class Counted: Sendable {
    private let state = Mutex(0)

    var count: Int { state.withLock { $0 } }

    func add() {
        state.withLock { $0 += 1 }
    }

    /// Waits until nothing is written any more.
    func waitUntilStuck() async throws {
        var (before, looks) = (0, 0)
        try await eventually("stuck") {
            let count = self.count
            looks = count > 0 && count == before ? looks + 1 : 0
            before = count
            return looks == 3
        }
    }
}
