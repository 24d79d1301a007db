import Foundation
package import GRDB
package import Logging
package import SharedContracts
package import SharedDatabase
package import SharedDomain
package import SharedTelemetry

/// An event as it came in, its body read.
package struct ReceivedEvent: Sendable {
    package let sequence: UInt64
    package let topic: Topic
    package let recordedAt: Instant
    package let correlationID: String
    /// Where in a trace it was recorded; nil where it was not part of one.
    package let traceParent: TraceParent?
    package let body: EventBody
}

/// What a subscriber does with events.
package protocol EventApplier: Sendable {
    /// The topics it wants.
    var topics: [Topic] { get }

    /// Applies events, in log order, in the transaction of `db`. An event may come that is held already (a producer
    /// that lost its store sends everything again): applying it changes nothing.
    /// - Returns: the events that can never be applied. They are passed over; the rest stand.
    /// - Throws: whatever may succeed later; then nothing of the batch stands.
    func apply(_ events: [ReceivedEvent], in db: Database) throws -> [EventRefusal]
}

/// A subscriber's side of a log: applies batches and moves its position in one transaction, so that whatever is
/// delivered twice is applied once.
package struct Inbox: Sendable {
    /// The table of a subscriber.
    package static let migration = Migration(
        "0000-inbox", "Where this subscriber stands in each log"
    ) { db in
        try db.execute(
            sql: """
                CREATE TABLE inbox (
                    producer TEXT NOT NULL,
                    log_id TEXT NOT NULL,
                    topic TEXT NOT NULL,
                    applied_sequence INTEGER NOT NULL,
                    PRIMARY KEY (producer, log_id, topic)
                ) STRICT, WITHOUT ROWID
                """)
    }

    /// A further table of a subscriber: where the logs end.
    /// - Parameter number: which step of the store it is, 1 to 9999; it comes after those that the store had before.
    package static func headMigration(number: Int) -> Migration {
        Migration(number: number, "inbox-head", "Where each producer's log ends, as it said last") { db in
            try db.execute(
                sql: """
                    CREATE TABLE inbox_head (
                        producer TEXT NOT NULL,
                        topic TEXT NOT NULL,
                        log_id TEXT NOT NULL,
                        last_sequence INTEGER NOT NULL,
                        PRIMARY KEY (producer, topic)
                    ) STRICT, WITHOUT ROWID
                    """)
        }
    }

    /// A further column of a subscriber: whether a log is being filled.
    /// - Parameter number: which step of the store it is, 1 to 9999; it comes after those that the store had before.
    package static func loadMigration(number: Int) -> Migration {
        Migration(number: number, "inbox-load", "Whether a producer was taking in a history") { db in
            try db.execute(sql: "ALTER TABLE inbox_head ADD COLUMN is_loading INTEGER NOT NULL DEFAULT 0")
        }
    }

    /// A further column of a subscriber: which process recorded the last event that is applied.
    /// - Parameter number: which step of the store it is, 1 to 9999; it comes after those that the store had before.
    package static func epochMigration(number: Int) -> Migration {
        Migration(number: number, "inbox-epoch", "Which process recorded what was applied last") { db in
            try db.execute(sql: "ALTER TABLE inbox ADD COLUMN epoch TEXT NOT NULL DEFAULT ''")
        }
    }

    /// Characters of a producer's name, a log's identity or an epoch.
    static let maximumNameLength = 64

    /// How much of the logs is applied; readers ask it.
    package let standing: LogStanding
    private let store: Store
    private let applier: any EventApplier
    private let faults: FaultInjector
    private let logger: Logger
    private let telemetry: InboxTelemetry

    /// - Parameters:
    ///   - store: one that holds `Inbox.migration`, `Inbox.headMigration`, `Inbox.epochMigration` and `Inbox.loadMigration`.
    ///   - standing: what the store says of the logs; it is moved with every commit.
    ///   - metrics: where events are counted.
    ///   - tracer: where they are followed.
    package init(
        store: Store, applier: any EventApplier, standing: LogStanding = LogStanding(),
        faults: @escaping FaultInjector = noFaults, logger: Logger, metrics: MetricsRegistry = MetricsRegistry(),
        tracer: Tracer = .disabled
    ) {
        self.store = store
        self.applier = applier
        self.standing = standing
        self.faults = faults
        self.logger = logger
        telemetry = InboxTelemetry(metrics: metrics, tracer: tracer)
    }

    /// Where this subscriber stands in a log: 0 in each of its topics for one it has not met.
    /// - Parameter heads: where the log ends, which is kept; none from a producer that does not say.
    package func positions(producer: String, logID: String, heads: LogHeads = [:]) async throws -> Positions {
        try Self.requireNames(producer, logID)
        let wanted = wanted(heads)
        if !standing.knows(wanted, producer: producer, logID: logID) {
            try await store.write { [standing] db in
                try LogStanding.note(wanted, producer: producer, logID: logID, in: db)
                try standing.follow(db)
            }
        }
        return try await store.read { [applier] db in
            try Self.positions(producer: producer, logID: logID, of: applier.topics, in: db)
        }
    }

    /// Applies a batch.
    /// - Throws: `BatchOutOfOrder` when something between the position and the batch is missing.
    package func receive(_ batch: EventBatch) async throws -> DeliveryReceipt {
        try Self.requireNames(batch.producer, batch.logID)
        for event in batch.events where event.epoch.utf8.count > Self.maximumNameLength {
            throw ServiceError(
                .invalidParameter, "an epoch is named by at most \(Self.maximumNameLength) characters")
        }
        return try await telemetry.applying(batch) { try await apply(batch) }
    }

    /// The heads of the topics that this subscriber applies; what the others do does not matter to it.
    private func wanted(_ heads: LogHeads) -> LogHeads {
        LogHeads(heads.sequences.filter { applier.topics.contains($0.key) }, isLoading: heads.isLoading)
    }

    private func apply(_ batch: EventBatch) async throws -> DeliveryReceipt {
        try faults(.subscriberBeforeApply)
        let (receipt, tally) = try await store.write { [self] db in
            var positions = try Self.positions(
                producer: batch.producer, logID: batch.logID, of: applier.topics, in: db)
            let before = positions
            let fresh = try Self.fresh(batch.events, after: &positions)
            var refusals: [EventRefusal] = []
            let readable = fresh.compactMap { event in
                do {
                    return try ReceivedEvent(event)
                } catch {
                    refusals.append(EventRefusal(sequence: event.sequence, reason: "\(error)"))
                    return nil
                }
            }
            if !readable.isEmpty { refusals += try applier.apply(readable, in: db) }
            if !fresh.isEmpty {
                try Self.move(to: positions, producer: batch.producer, logID: batch.logID, in: db)
            }
            try LogStanding.note(wanted(batch.heads), producer: batch.producer, logID: batch.logID, in: db)
            // After what was applied: nobody is told that everything is there before it is.
            try standing.follow(db)
            try faults(.subscriberBeforeCommit)
            let tally = Self.tally(of: batch.events, since: before, refusals)
            return (DeliveryReceipt(positions: positions, refusals: refusals), tally)
        }
        telemetry.count(tally)
        try faults(.subscriberAfterCommit)
        for refusal in receipt.refusals {
            logger.error(
                "an event cannot be applied",
                metadata: ["sequence": "\(refusal.sequence)", "reason": "\(refusal.reason)"])
        }
        return receipt
    }

    /// The events of a batch that are not applied yet, and the positions after them.
    private static func fresh(_ events: [EventsV1Event], after positions: inout Positions) throws -> [EventsV1Event] {
        try events.filter { event in
            let topic = Topic(rawValue: event.topic)
            guard let applied = positions[topic]?.sequence, event.sequence > applied else { return false }
            guard event.previousSequence <= applied else {
                throw BatchOutOfOrder(topic: event.topic, previous: event.previousSequence, applied: applied)
            }
            positions[topic] = LogPosition(event.sequence, epoch: event.epoch)
            return true
        }
    }

    /// What becomes of the events of the topics that are wanted, for a subscriber that stood at `positions`.
    private static func tally(
        of events: [EventsV1Event], since positions: Positions, _ refusals: [EventRefusal]
    ) -> InboxTelemetry.Tally {
        let refused = Set(refusals.map(\.sequence))
        var tally = InboxTelemetry.Tally()
        for event in events {
            guard let applied = positions[Topic(rawValue: event.topic)]?.sequence else { continue }
            let isDuplicate = event.sequence <= applied
            tally.add(event, isDuplicate ? .duplicate : refused.contains(event.sequence) ? .refused : .applied)
        }
        return tally
    }

    private static func positions(
        producer: String, logID: String, of topics: [Topic], in db: Database
    ) throws -> Positions {
        var positions = Positions(topics.map { ($0, .beginning) }, uniquingKeysWith: { first, _ in first })
        let rows = try Row.fetchAll(
            db,
            SQLRequest(
                sql: "SELECT topic, applied_sequence, epoch FROM inbox WHERE producer = ? AND log_id = ?",
                arguments: [producer, logID], cached: true))
        for row in rows {
            let topic = Topic(rawValue: row[0])
            guard positions[topic] != nil else { continue }
            positions[topic] = LogPosition(UInt64(row[1] as Int64), epoch: row[2])
        }
        return positions
    }

    private static func move(to positions: Positions, producer: String, logID: String, in db: Database) throws {
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO inbox (producer, log_id, topic, applied_sequence, epoch) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (producer, log_id, topic) DO UPDATE
                SET applied_sequence = excluded.applied_sequence, epoch = excluded.epoch
                """)
        for (topic, applied) in positions {
            try upsert.execute(
                arguments: [producer, logID, topic.rawValue, Int64(applied.sequence), applied.epoch])
        }
    }

    private static func requireNames(_ names: String...) throws {
        for name in names where name.isEmpty || name.utf8.count > maximumNameLength {
            throw ServiceError(
                .invalidParameter, "a producer and a log are named by 1 to \(maximumNameLength) characters")
        }
    }
}

extension ReceivedEvent {
    /// - Throws: `ServiceError` saying what is wrong with the event.
    fileprivate init(_ event: EventsV1Event) throws {
        guard let body = event.body else {
            throw ServiceError(.invalidParameter, "event \(event.sequence) has no body that this version knows")
        }
        self.init(
            sequence: event.sequence, topic: Topic(rawValue: event.topic),
            recordedAt: Instant(milliseconds: event.recordedAt), correlationID: event.correlationID,
            traceParent: TraceParent(event.traceparent), body: try EventBody(body))
    }
}
