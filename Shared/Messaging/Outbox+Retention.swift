import GRDB
import SharedDatabase
package import SharedDomain

extension Outbox {
    /// Removed at most in one transaction, so that a compaction never holds the writer for long.
    private static let compactionBatch = 1_000

    /// Removes what a later event of the same key has superseded, once it is older than `cutoff` and each of
    /// `subscribers` has it. The newest event of each key stays for good, so a subscriber that starts from nothing is
    /// always rebuilt from the log alone. The chain of previous sequences is closed over what goes.
    /// - Returns: how many events went.
    package func compact(olderThan cutoff: Instant, readBy subscribers: [String]) async throws -> Int {
        let read = try await progress(of: subscribers).map(\.acknowledgedSequence).min() ?? 0
        var removed = 0
        while true {
            let batch = try await store.write { db in
                try Self.removeSuperseded(olderThan: cutoff, upTo: read, in: db)
            }
            removed += batch
            if batch < Self.compactionBatch { return removed }
        }
    }

    private static func removeSuperseded(
        olderThan cutoff: Instant, upTo read: UInt64, in db: Database
    ) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT sequence, previous_sequence, topic FROM outbox AS old
                WHERE recorded_at < ?
                  AND sequence <= ?
                  AND EXISTS (
                      SELECT 1 FROM outbox AS new
                      WHERE new.topic = old.topic AND new.key = old.key AND new.sequence > old.sequence)
                ORDER BY sequence DESC LIMIT ?
                """, arguments: [cutoff.milliseconds, Int64(read), compactionBatch])
        // From the newest to the oldest: each removal hands its predecessor on to its successor.
        for row in rows {
            let sequence: Int64 = row[0]
            let previous: Int64 = row[1]
            let topic: String = row[2]
            try db.execute(
                sql: """
                    UPDATE outbox SET previous_sequence = ?
                    WHERE sequence = (SELECT min(sequence) FROM outbox WHERE topic = ? AND sequence > ?)
                    """, arguments: [previous, topic, sequence])
            try db.execute(sql: "DELETE FROM outbox WHERE sequence = ?", arguments: [sequence])
        }
        return rows.count
    }
}
