import SharedContracts
import Synchronization

/// How far subscribers can be in a log: as far as it went when this process opened the store, and as far as this process
/// has sent each of them events since. One that is further has that from a longer log of the same identity: the store
/// was put back to an older state in between. The head of the moment would not do, for a log that was cut back may have
/// grown past a subscriber's position before that subscriber is met.
final class LogReach: Sendable {
    /// A position that a subscriber cannot have come to.
    struct Excess: Sendable, Equatable {
        let topic: Topic
        let position: UInt64
        /// How far the subscriber can be in that topic.
        let reach: UInt64
    }

    private struct State {
        /// By subscriber, the last sequence sent, whether or not it was answered.
        var sent: [String: Positions] = [:]
        var isRenewed = false
    }

    private let opened: LogHeads
    private let state = Mutex(State())

    /// - Parameter opened: where the log ended when the store was opened.
    init(opened: LogHeads) {
        self.opened = opened
    }

    /// Whether the log was given a new identity in the life of this process.
    var isRenewed: Bool { state.withLock { $0.isRenewed } }

    func renew() {
        state.withLock { $0.isRenewed = true }
    }

    /// Notes what a subscriber is about to be sent.
    func note(_ events: [EventsV1Event], sentTo subscriber: String) {
        state.withLock { state in
            for event in events {
                let topic = Topic(rawValue: event.topic)
                let before = state.sent[subscriber, default: [:]][topic] ?? 0
                state.sent[subscriber, default: [:]][topic] = max(before, event.sequence)
            }
        }
    }

    /// What of a subscriber's positions it cannot have come to; nil when all is in order. A position equal to the head
    /// is.
    func excess(of subscriber: String, at positions: Positions) -> Excess? {
        let sent = state.withLock { $0.sent[subscriber] } ?? [:]
        for (topic, position) in positions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // Of a topic that this version does not know it cannot say where it ended.
            guard let head = opened[topic] else { continue }
            let reach = max(head, sent[topic] ?? 0)
            if position > reach { return Excess(topic: topic, position: position, reach: reach) }
        }
        return nil
    }
}
