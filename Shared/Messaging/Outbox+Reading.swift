import Foundation
import GRDB
package import SharedContracts
import SharedDatabase
import SwiftProtobuf

extension Outbox {
    /// How much goes into one delivery.
    package struct BatchLimits: Sendable {
        package let events: Int
        package let bytes: Int

        package init(events: Int = 256, bytes: Int = 1024 * 1024) {
            self.events = events
            self.bytes = bytes
        }
    }

    static let headSQL = "SELECT max(sequence) FROM outbox WHERE topic = ?"

    /// Where the log ends now, in every topic there is.
    package func heads() async throws -> LogHeads {
        // Before the sequences: a load that has ended by now has everything in what is read next.
        let isLoading = !loads.isEmpty
        return try await store.read { db in
            var heads = LogHeads([:], isLoading: isLoading)
            for topic in Topic.all { heads.sequences[topic] = UInt64(try Self.lastSequence(of: topic, in: db)) }
            return heads
        }
    }

    static let nextEventsSQL = """
        SELECT sequence, previous_sequence, topic, recorded_at, correlation_id, traceparent, body,
            (SELECT epoch FROM outbox_epoch WHERE first_sequence <= sequence ORDER BY first_sequence DESC LIMIT 1)
        FROM outbox WHERE topic = ? AND sequence > ? ORDER BY sequence LIMIT ?
        """

    /// The next events, in log order, for a subscriber that stands at `positions`: at least one if there is any.
    package func events(after positions: Positions, limits batch: BatchLimits) async throws -> [EventsV1Event] {
        try await store.read { db in
            var rows: [Row] = []
            for (topic, position) in positions {
                rows += try Row.fetchAll(
                    db,
                    SQLRequest(
                        sql: Self.nextEventsSQL, arguments: [topic.rawValue, Int64(position.sequence), batch.events],
                        cached: true))
            }
            // Each topic gave its first events, so the first of them all together are among these.
            rows.sort { ($0[0] as Int64) < ($1[0] as Int64) }
            var bytes = 0
            var events: [EventsV1Event] = []
            for row in rows.prefix(batch.events) {
                let body: Data = row[6]
                bytes += body.count
                if bytes > batch.bytes, !events.isEmpty { break }
                events.append(try Self.event(row, body: body))
            }
            return events
        }
    }

    private static func event(_ row: Row, body: Data) throws -> EventsV1Event {
        var event = try EventsV1Event(serializedBytes: body)
        event.sequence = UInt64(row[0] as Int64)
        event.previousSequence = UInt64(row[1] as Int64)
        event.topic = row[2]
        event.recordedAt = row[3]
        event.correlationID = row[4]
        event.traceparent = row[5]
        event.epoch = row[7]
        return event
    }
}
