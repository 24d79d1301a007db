import SharedContracts
import SwiftProtobuf

extension LogHeads {
    /// From the wire.
    init(heads: [EventsV1TopicHead]) {
        self.init(heads.map { (Topic(rawValue: $0.topic), $0.lastSequence) }, uniquingKeysWith: { Swift.max($0, $1) })
    }
}

extension [EventsV1TopicHead] {
    /// For the wire, in a fixed order.
    init(_ heads: LogHeads) {
        self = heads.sorted { $0.key.rawValue < $1.key.rawValue }.map { topic, last in
            .with {
                $0.topic = topic.rawValue
                $0.lastSequence = last
            }
        }
    }
}
