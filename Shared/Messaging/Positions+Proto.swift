import SharedContracts
import SwiftProtobuf

extension Positions {
    /// From the wire.
    init(_ positions: [EventsV1TopicPosition]) {
        self.init(
            positions.map { position in
                (Topic(rawValue: position.topic), LogPosition(position.appliedSequence, epoch: position.epoch))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// For the wire, in a fixed order.
    var message: [EventsV1TopicPosition] {
        sorted { $0.key.rawValue < $1.key.rawValue }.map { topic, applied in
            .with {
                $0.topic = topic.rawValue
                $0.appliedSequence = applied.sequence
                $0.epoch = applied.epoch
            }
        }
    }
}
