import GRDB
import SharedDatabase
import SharedDomain
import Synchronization

/// How far one subscriber is behind.
struct OutboxStanding: Sendable, Hashable {
    /// Events that it wants and has not acknowledged.
    let depth: Int
    /// When the oldest of them was recorded; nil when there is none.
    let oldest: Instant?
    /// Events that it refused for good and that wait for a person.
    let deadLetters: Int
}

extension Outbox {
    /// How far a subscriber is behind now.
    func standing(of subscriber: String) async throws -> OutboxStanding {
        try await store.read { db in
            let progress = try Self.progress(of: subscriber, in: db)
            let topics = try String.fetchOne(
                db, sql: "SELECT topics FROM outbox_subscriber WHERE name = ?", arguments: [subscriber])
            let oldest = try Int64.fetchOne(
                db,
                sql: """
                    SELECT recorded_at FROM outbox
                    WHERE sequence > ?1 AND (?2 IS NULL OR topic IN (SELECT value FROM json_each(?2)))
                    ORDER BY sequence LIMIT 1
                    """, arguments: [Int64(progress.acknowledgedSequence), topics])
            return OutboxStanding(
                depth: progress.pending, oldest: oldest.map(Instant.init(milliseconds:)),
                deadLetters: progress.deadLetters)
        }
    }
}

/// Reads a standing at most once a second, however often it is asked for: several metrics come from one.
final class StandingReader: Sendable {
    static let interval = Duration.seconds(1)

    private let outbox: Outbox
    private let subscriber: String
    private let time: TimeSource
    private let last = Mutex<(at: Instant, standing: OutboxStanding)?>(nil)

    init(_ outbox: Outbox, of subscriber: String, time: TimeSource) {
        self.outbox = outbox
        self.subscriber = subscriber
        self.time = time
    }

    /// Nil when the store cannot be read; it has logged why.
    func standing() async -> OutboxStanding? {
        let now = time.now()
        let known = last.withLock { last -> OutboxStanding? in
            guard let last, (.zero..<Self.interval).contains(last.at.duration(to: now)) else { return nil }
            return last.standing
        }
        if let known { return known }
        do {
            let standing = try await outbox.standing(of: subscriber)
            last.withLock { $0 = (now, standing) }
            return standing
        } catch {
            // A metric that is missing says that it could not be read; the other metrics are still wanted.
            return nil
        }
    }
}
