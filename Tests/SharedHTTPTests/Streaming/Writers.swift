import Synchronization

/// Keeps how the streams of a test are broken off.
final class Writers: Sendable {
    private let closures = Mutex<[@Sendable () -> Void]>([])

    func keep(_ breakOff: @escaping @Sendable () -> Void) {
        closures.withLock { $0.append(breakOff) }
    }

    func breakOff() {
        for breakOff in closures.withLock({ $0 }) { breakOff() }
    }
}
