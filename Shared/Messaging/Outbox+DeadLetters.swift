import Foundation
import GRDB
import SharedContracts
import SharedDatabase
package import SharedDomain
import SwiftProtobuf

extension Outbox {
    /// An event that a subscriber refused for good.
    package struct DeadLetter: Sendable, Equatable {
        package let id: Int64
        package let subscriber: String
        package let sequence: UInt64
        package let topic: Topic
        package let key: String
        package let reason: String
        package let refusedAt: Instant
    }

    /// The dead letters that wait for a person, oldest first.
    /// - Parameter limit: at most so many.
    package func deadLetters(limit: Int) async throws -> [DeadLetter] {
        try await store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, subscriber, sequence, topic, key, reason, refused_at FROM dead_letter
                    WHERE redriven_at IS NULL ORDER BY id LIMIT ?
                    """, arguments: [limit]
            ).map { row in
                DeadLetter(
                    id: row[0], subscriber: row[1], sequence: UInt64(row[2] as Int64),
                    topic: Topic(rawValue: row[3]), key: row[4], reason: row[5],
                    refusedAt: Instant(milliseconds: row[6]))
            }
        }
    }

    /// Sends the event of a dead letter again, as a new event at the end of the log. Every subscriber gets it; one that
    /// holds it already finds nothing to change.
    /// - Throws: `ServiceError` (`NOT_FOUND`) when no such dead letter waits.
    package func redrive(_ id: Int64, at now: Instant) async throws {
        try await commit { db in
            let waiting = try Row.fetchOne(
                db, sql: "SELECT topic, key, body FROM dead_letter WHERE id = ? AND redriven_at IS NULL",
                arguments: [id])
            guard let row = waiting else {
                throw ServiceError(.notFound, "no dead letter \(id) waits", details: ["provided": "\(id)"])
            }
            guard let body = try EventsV1Event(serializedBytes: row[2] as Data).body else {
                throw ServiceError(.internalError, "the dead letter \(id) has no body")
            }
            let event = NewEvent(topic: Topic(rawValue: row[0]), key: row[1], body: try EventBody(body))
            try append([event], at: now, in: db)
            try db.execute(
                sql: "UPDATE dead_letter SET redriven_at = ? WHERE id = ?", arguments: [now.milliseconds, id])
        }
    }
}
