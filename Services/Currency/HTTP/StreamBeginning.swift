import NIOCore
import Synchronization

/// What a stream begins with until it is sent. The stream lives for days, and must not keep it as long.
final class StreamBeginning: Sendable {
    private let snapshot: Mutex<ByteBuffer?>

    /// - Parameter snapshot: nil for a stream without one.
    init(_ snapshot: ByteBuffer?) {
        self.snapshot = Mutex(snapshot)
    }

    /// The snapshot, for the first who asks.
    func takeSnapshot() -> ByteBuffer? {
        snapshot.withLock { snapshot in
            defer { snapshot = nil }
            return snapshot
        }
    }
}
