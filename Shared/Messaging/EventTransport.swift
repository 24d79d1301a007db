package import SharedContracts

/// An event that a subscriber can never apply, and why.
package struct EventRefusal: Error, Sendable, Hashable {
    package let sequence: UInt64
    package let reason: String

    package init(sequence: UInt64, reason: String) {
        self.sequence = sequence
        self.reason = reason
    }
}

/// What goes to a subscriber in one delivery.
package struct EventBatch: Sendable {
    package let producer: String
    package let logID: String
    /// In log order.
    package let events: [EventsV1Event]
    /// Where the log ended when the events were read; empty from a producer that does not say.
    package let heads: LogHeads

    package init(producer: String, logID: String, events: [EventsV1Event], heads: LogHeads = [:]) {
        self.producer = producer
        self.logID = logID
        self.events = events
        self.heads = heads
    }
}

/// What a subscriber answers to a delivery.
package struct DeliveryReceipt: Sendable {
    /// Where it stands now.
    package let positions: Positions
    package let refusals: [EventRefusal]

    package init(positions: Positions, refusals: [EventRefusal]) {
        self.positions = positions
        self.refusals = refusals
    }
}

/// How batches reach one subscriber. Nothing above it knows which way that is.
package protocol EventTransport: Sendable {
    /// Where the subscriber stands in the log, for each topic it wants.
    /// - Parameter heads: where the log ends, for the subscriber to know how much it lacks.
    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions

    /// Hands a batch over; returns once the subscriber has applied it durably.
    /// - Throws: `BatchOutOfOrder` when the batch does not follow on from where the subscriber stands.
    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt
}

/// A batch does not follow on from the subscriber's position: something between was missed.
package struct BatchOutOfOrder: Error, Sendable, Equatable {
    package let topic: String
    /// What the event says comes before it.
    package let previous: UInt64
    /// Where the subscriber stands.
    package let applied: UInt64

    package init(topic: String, previous: UInt64, applied: UInt64) {
        self.topic = topic
        self.previous = previous
        self.applied = applied
    }
}
