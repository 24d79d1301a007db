import SharedContracts
import SwiftProtobuf

extension LogHeads {
    /// From the wire.
    init(heads: [EventsV1TopicHead], isLoading: Bool) {
        self.init(
            [Topic: UInt64](
                heads.map { (Topic(rawValue: $0.topic), $0.lastSequence) }, uniquingKeysWith: { max($0, $1) }),
            isLoading: isLoading)
    }

    /// For the wire, in a fixed order.
    var message: [EventsV1TopicHead] {
        sequences.sorted { $0.key.rawValue < $1.key.rawValue }.map { topic, last in
            .with {
                $0.topic = topic.rawValue
                $0.lastSequence = last
            }
        }
    }
}
