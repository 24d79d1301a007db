/// Where a subscriber stands in one topic of a log.
package struct LogPosition: Sendable, Hashable {
    /// The last sequence applied; 0 before the first.
    package let sequence: UInt64
    /// Which process recorded that event; empty where that is not known, and before the first.
    package let epoch: String

    package init(_ sequence: UInt64, epoch: String = "") {
        self.sequence = sequence
        self.epoch = epoch
    }

    /// Before the first event.
    package static let beginning = LogPosition(0)
}

/// Where a subscriber stands, by topic.
package typealias Positions = [Topic: LogPosition]
