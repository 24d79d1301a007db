import GRDB
import SharedDatabase
import SharedDomain

extension Outbox {
    /// The log has another identity than the one under which it was delivered.
    struct LogReplaced: Error {}

    /// Identity of the log: made with the store, and renewed when the log turns out to have been cut back. It is the
    /// store's at every moment, so all who deliver the log agree on it.
    package var logID: String {
        get async throws { try await store.read { try Self.logID(in: $0) } }
    }

    static func logID(in db: Database) throws -> String {
        let request = SQLRequest<String>(sql: "SELECT log_id FROM outbox_log WHERE id = 1", cached: true)
        guard let id = try String.fetchOne(db, request) else {
            throw ServiceError(.databaseUnavailable, "the store has no event log identity")
        }
        return id
    }

    /// - Throws: `LogReplaced` when the log's identity is another one.
    static func require(_ logID: String, in db: Database) throws {
        guard try Self.logID(in: db) == logID else { throw LogReplaced() }
    }

    /// Gives a log that was cut back a new identity: the sequences of what it lost are given a second time, and only
    /// under another name are they not taken for what they were before. In the same transaction every subscriber stands
    /// at the beginning again, so that nothing is compacted before all of them have what is held. Events and dead
    /// letters stay as they are. The relays are woken.
    ///
    /// The new identity is the name of this process's epoch, so there is one at most in the life of a process.
    /// - Parameter logID: the identity under which the log was found to be cut back.
    /// - Returns: the new identity; nil when the log has another one than `logID` already.
    /// - Throws: `ServiceError` when the log was renewed before in the life of this process. A log is cut back only
    ///   while no process has it open, so it is the subscriber that is mistaken.
    func renew(replacing logID: String, at now: Instant) async throws -> String? {
        try await commit { [epoch] db -> String? in
            guard try Self.logID(in: db) == logID else { return nil }
            guard logID != epoch else {
                throw ServiceError(.externalAPIError, "a subscriber claims events that it was never sent")
            }
            try db.execute(sql: "UPDATE outbox_log SET log_id = ? WHERE id = 1", arguments: [epoch])
            try db.execute(
                sql: "UPDATE outbox_subscriber SET acknowledged_sequence = 0, updated_at = ?",
                arguments: [now.milliseconds])
            return epoch
        }
    }
}
