import SharedContracts
import SharedDomain
import SharedMessaging

/// A producer's log that numbers its events.
struct TestLog {
    private let logID: String
    private var sequence: UInt64 = 0
    private var last: [Topic: UInt64] = [:]

    init(logID: String = "log-1") {
        self.logID = logID
    }

    /// The next events of the log, one for each fact.
    /// - Parameter head: where the topic of sheets ends; nil where the producer does not say.
    mutating func batch(_ facts: [EventBody], recordedAt: Instant, head: UInt64? = nil) -> EventBatch {
        let events = facts.map { fact in
            let topic: Topic =
                switch fact {
                case .sheet: .sheets
                case .priceEdition: .prices
                }
            sequence += 1
            var event = EventsV1Event()
            event.sequence = sequence
            event.previousSequence = last[topic] ?? 0
            event.topic = topic.rawValue
            event.recordedAt = recordedAt.milliseconds
            event.body = EventsV1Event.OneOf_Body(fact)
            last[topic] = sequence
            return event
        }
        return EventBatch(
            producer: "ingestor", logID: logID, events: events, heads: head.map { [.sheets: $0] } ?? [:])
    }

    /// A log of nothing but these sheets.
    static func only(_ sheets: [Sheet]) -> EventBatch {
        var log = TestLog()
        return log.batch(sheets.map(EventBody.sheet), recordedAt: ECBFile.recordedAt)
    }
}
