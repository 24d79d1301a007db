import GRDB
package import SharedDatabase

/// Every event belongs to the epoch of the process that recorded it. A log that was put back to an older state, as by a
/// store restored from a backup, goes on in another process, so in another epoch: it gives the sequences of what it lost
/// a second time, but never with the same epoch. A subscriber says with its position in which epoch the last event is
/// that it applied, and so proves that it has that event from this log, however far the log has grown since and however
/// often it was opened. Nothing has to be remembered of the subscriber.
///
/// The log keeps of each epoch where it begins, so it can tell the epoch also of an event that compaction removed.
extension Outbox {
    /// A position that no subscriber of this log can have come to.
    struct Departure: Sendable, Equatable {
        let topic: Topic
        let position: LogPosition
        /// Where the log ends in that topic.
        let head: UInt64
    }

    /// A further table of a producer: where each epoch begins. What a store held before is an epoch of its own.
    /// - Parameter number: which step of the store it is, 1 to 9999; it comes after those that the store had before.
    package static func epochMigration(number: Int) -> Migration {
        Migration(number: number, "outbox-epoch", "From which event on which process recorded") { db in
            try db.execute(
                sql: """
                    CREATE TABLE outbox_epoch (
                        first_sequence INTEGER PRIMARY KEY,
                        epoch TEXT NOT NULL
                    ) STRICT;
                    INSERT INTO outbox_epoch (first_sequence, epoch) VALUES (0, lower(hex(randomblob(16))));
                    """)
        }
    }

    /// What of a subscriber's positions does not lie in this log; nil when all do. A subscriber that does not say the
    /// epoch of a position is believed up to the head.
    func departure(of positions: Positions) async throws -> Departure? {
        try await store.read { db in
            for (topic, position) in positions.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                let head = UInt64(try Self.lastSequence(of: topic, in: db))
                let isOurs = try position.epoch.isEmpty || position.epoch == Self.epoch(of: position.sequence, in: db)
                if position.sequence > head || !isOurs {
                    return Departure(topic: topic, position: position, head: head)
                }
            }
            return nil
        }
    }

    /// Notes that this process records from an event on, unless that is noted.
    func noteEpoch(from first: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO outbox_epoch (first_sequence, epoch) SELECT ?1, ?2
                WHERE (SELECT epoch FROM outbox_epoch ORDER BY first_sequence DESC LIMIT 1) IS NOT ?2
                """
        ).execute(arguments: [first, epoch])
    }

    /// A name for the epoch of this process: 32 hexadecimal digits, at random.
    static func newEpoch(in db: Database) throws -> String {
        try String.fetchOne(db, sql: "SELECT lower(hex(randomblob(16)))") ?? ""
    }

    private static func epoch(of sequence: UInt64, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            SQLRequest(
                sql: "SELECT epoch FROM outbox_epoch WHERE first_sequence <= ? ORDER BY first_sequence DESC LIMIT 1",
                arguments: [Int64(clamping: sequence)], cached: true))
    }
}
