import Synchronization

/// The histories that a process is taking in for the first time, in several transactions. It is told to the subscribers
/// with the heads: what such a history has not brought yet is still to come.
///
/// Kept in memory only. Which of them are not there to their end the producer knows from its own store, so one that was
/// killed begins them again when it starts, and one that is no longer asked to load any has none.
package final class OpenLoads: Sendable {
    private let names = Mutex<Set<String>>([])

    init() {}

    var isEmpty: Bool { names.withLock { $0.isEmpty } }

    /// To be called before any subscriber is told where the log ends.
    package func begin(_ name: String) {
        names.withLock { _ = $0.insert(name) }
    }

    /// To be called once everything is committed that there is to take in.
    /// - Returns: whether it was open.
    fileprivate func close(_ name: String) -> Bool {
        names.withLock { $0.remove(name) != nil }
    }
}

extension Outbox {
    /// Notes that a history is there to its end, or never will be, and wakes the relays to tell so.
    package func endLoad(_ name: String) {
        if loads.close(name) { appended.raise() }
    }
}
