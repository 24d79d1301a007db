import GRDB
import SharedDatabase
import SharedDomain

extension Outbox {
    /// How far one subscriber is.
    package struct SubscriberProgress: Sendable, Equatable {
        package let name: String
        /// Everything up to this sequence that it wants is acknowledged; 0 before the first.
        package let acknowledgedSequence: UInt64
        /// Events after that one which it wants.
        package let pending: Int
        /// Refused for good, and not sent again since.
        package let deadLetters: Int
    }

    /// The newest sequence of the log; 0 when it is empty.
    package func lastSequence() async throws -> UInt64 {
        try await store.read { db in UInt64(try Self.lastSequence(in: db)) }
    }

    /// Notes where a subscriber stands and what it refused for good, in one transaction. Writes nothing when that is
    /// known: an idle relay asks every few seconds.
    /// - Parameter logID: the identity of the log that the positions are in.
    /// - Throws: `LogReplaced` when the log has another one by now; then nothing is noted.
    func note(
        _ subscriber: String, in logID: String, positions: Positions, refusals: [EventRefusal], at now: Instant
    ) async throws {
        let topics = "[\(positions.keys.map { "\"\($0.rawValue)\"" }.sorted().joined(separator: ","))]"
        let isKnown = try await store.read { db in
            try Self.require(logID, in: db)
            let noted = try Row.fetchOne(db, sql: Self.notedSQL, arguments: [subscriber])
            let acknowledged = try Self.acknowledged(by: positions, in: db)
            return noted.map { ($0[0] as Int64) == acknowledged && ($0[1] as String) == topics } ?? false
        }
        if isKnown, refusals.isEmpty { return }
        try await store.write { db in
            try Self.require(logID, in: db)
            for refusal in refusals {
                try db.execute(
                    sql: """
                        INSERT INTO dead_letter (subscriber, sequence, topic, key, body, reason, refused_at)
                        SELECT ?, sequence, topic, key, body, ?, ? FROM outbox WHERE sequence = ?
                        ON CONFLICT (subscriber, sequence) DO NOTHING
                        """,
                    arguments: [subscriber, refusal.reason, now.milliseconds, Int64(refusal.sequence)])
            }
            try db.execute(
                sql: """
                    INSERT INTO outbox_subscriber (name, acknowledged_sequence, topics, updated_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE
                    SET acknowledged_sequence = excluded.acknowledged_sequence, topics = excluded.topics,
                        updated_at = excluded.updated_at
                    """,
                arguments: [
                    subscriber, try Self.acknowledged(by: positions, in: db), topics, now.milliseconds,
                ])
        }
    }

    /// How far each of the named subscribers is, in the order given.
    package func progress(of subscribers: [String]) async throws -> [SubscriberProgress] {
        try await store.read { db in
            try subscribers.map { try Self.progress(of: $0, in: db) }
        }
    }

    private static let notedSQL = "SELECT acknowledged_sequence, topics FROM outbox_subscriber WHERE name = ?"

    /// The last sequence before the first event that a subscriber at `positions` still wants.
    private static func acknowledged(by positions: Positions, in db: Database) throws -> Int64 {
        let nextWanted = try positions.compactMap { topic, applied in
            try Int64.fetchOne(
                db, sql: "SELECT min(sequence) FROM outbox WHERE topic = ? AND sequence > ?",
                arguments: [topic.rawValue, Int64(applied.sequence)])
        }
        return try nextWanted.min().map { $0 - 1 } ?? lastSequence(in: db)
    }

    private static func lastSequence(in db: Database) throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM outbox") ?? 0
    }

    static func progress(of name: String, in db: Database) throws -> SubscriberProgress {
        let row = try Row.fetchOne(db, sql: notedSQL, arguments: [name])
        let acknowledged: Int64 = row?[0] ?? 0
        let topics: String? = row?[1]
        // A subscriber that was never reached may want everything.
        let pending = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM outbox
                WHERE sequence > ?1 AND (?2 IS NULL OR topic IN (SELECT value FROM json_each(?2)))
                """, arguments: [acknowledged, topics])
        let deadLetters = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM dead_letter WHERE subscriber = ? AND redriven_at IS NULL",
            arguments: [name])
        return SubscriberProgress(
            name: name, acknowledgedSequence: UInt64(acknowledged), pending: pending ?? 0,
            deadLetters: deadLetters ?? 0)
    }
}
