import GRDB
package import SharedDatabase
import SharedDomain
import Synchronization

/// How much of the producers' logs a subscriber has applied, as of the last commit. Readers ask it at no cost.
///
/// A producer says where its log ends with every call (`LogHeads`), and this is kept: after a restart, with no producer
/// in reach, a subscriber knows how much of what it was ever told of it has. Of each producer the log that it spoke of
/// last counts; one that lost its store begins another log, and what the lost one held on top is told by nobody any
/// more.
///
/// A reader that draws conclusions from what is not held asks this first, and looks at what is held afterwards: memory
/// is moved on before this is.
package final class LogStanding: Sendable {
    /// One log of a producer.
    fileprivate struct LogName: Hashable {
        let producer: String
        let logID: String
    }

    /// Where a producer's newest log ends.
    fileprivate struct Ending {
        let logID: String
        var heads: [Topic: UInt64] = [:]
        /// Whether it said with the newest of them that a history is still to be taken in whole.
        var isLoading = false
    }

    fileprivate struct State {
        /// Every log that something was applied of.
        var applied: [LogName: [Topic: UInt64]] = [:]
        /// By producer; none of one that never said.
        var endings: [String: Ending] = [:]
    }

    private let state = Mutex(State())

    /// Of a store that nothing was applied to.
    package init() {}

    /// What a store says.
    /// - Parameter store: one that holds the tables of an inbox.
    package static func load(from store: Store) async throws -> LogStanding {
        let standing = LogStanding()
        let state = try await store.read { try State($0) }
        standing.state.withLock { $0 = state }
        return standing
    }

    /// Whether everything of a topic is applied that producers were ever known to have, and none of them is taking in a
    /// history of which more is to come.
    ///
    /// Where no producer ever said where its log ends, that is all that can be known: then it holds if anything was
    /// applied at all (a producer of an older version, whose deliveries cannot be told to be a replay), and does not
    /// where nothing was (a new store that has met nobody).
    package func isCaughtUp(with topic: Topic) -> Bool {
        state.withLock { state in
            let told = state.endings.compactMap { producer, ending in
                ending.heads[topic].map { head in
                    (log: LogName(producer: producer, logID: ending.logID), head: head, isLoading: ending.isLoading)
                }
            }
            if told.isEmpty { return state.applied.values.contains { $0[topic, default: 0] > 0 } }
            return told.allSatisfy { !$0.isLoading && state.applied[$0.log]?[topic] ?? 0 >= $0.head }
        }
    }

    /// Whether a producer has begun another log since this store first met it: between the two something may be missing
    /// that was never delivered here.
    package func hasReplacedLog(of topic: Topic) -> Bool {
        state.withLock { state in
            var logs: [String: Set<String>] = [:]
            for (log, positions) in state.applied where positions[topic, default: 0] > 0 {
                logs[log.producer, default: []].insert(log.logID)
            }
            for (producer, ending) in state.endings where logs[producer] != nil {
                logs[producer]?.insert(ending.logID)
            }
            return logs.values.contains { $0.count > 1 }
        }
    }

    // MARK: What the inbox does

    /// Whether these heads are kept already: an idle producer says the same every few seconds.
    func knows(_ heads: LogHeads, producer: String, logID: String) -> Bool {
        guard !heads.sequences.isEmpty else { return true }
        return state.withLock { state in
            guard let ending = state.endings[producer], ending.logID == logID,
                ending.isLoading == heads.isLoading
            else { return false }
            return heads.sequences.allSatisfy { topic, head in ending.heads[topic].map { $0 >= head } ?? false }
        }
    }

    /// Keeps where a log ends, in the transaction of `db`. What it said before counts as long as it is more: calls may
    /// overtake one another, and a log never becomes shorter. Whether a history is being taken in it says with the newest
    /// of them. Another log of the same producer takes the place of the one before.
    static func note(_ heads: LogHeads, producer: String, logID: String, in db: Database) throws {
        guard !heads.sequences.isEmpty else { return }
        try db.cachedStatement(sql: "DELETE FROM inbox_head WHERE producer = ? AND log_id <> ?")
            .execute(arguments: [producer, logID])
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO inbox_head (producer, topic, log_id, last_sequence, is_loading) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (producer, topic) DO UPDATE
                SET last_sequence = excluded.last_sequence, is_loading = excluded.is_loading
                WHERE excluded.last_sequence >= last_sequence
                """)
        for (topic, head) in heads.sequences {
            try upsert.execute(
                arguments: [producer, topic.rawValue, logID, Int64(clamping: head), heads.isLoading])
        }
    }

    /// Reads what the transaction of `db` has made of it, and shows it to readers once that is committed.
    func follow(_ db: Database) throws {
        let next = try State(db)
        db.afterNextTransaction { _ in self.state.withLock { $0 = next } }
    }
}

extension LogStanding.State {
    /// What the tables of an inbox say.
    fileprivate init(_ db: Database) throws {
        self.init()
        let positions = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT producer, log_id, topic, applied_sequence FROM inbox"))
        while let row = try positions.next() {
            let log = LogStanding.LogName(producer: row[0], logID: row[1])
            applied[log, default: [:]][Topic(rawValue: row[2])] = UInt64(clamping: row[3] as Int64)
        }
        let heads = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT producer, log_id, topic, last_sequence, is_loading FROM inbox_head"))
        while let row = try heads.next() {
            let ending = LogStanding.Ending(logID: row[1])
            endings[row[0], default: ending].heads[Topic(rawValue: row[2])] = UInt64(clamping: row[3] as Int64)
            if row[4] as Bool { endings[row[0]]?.isLoading = true }
        }
    }
}
