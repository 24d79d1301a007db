import Foundation
package import GRDB
import ServiceContextModule
package import SharedContracts
package import SharedDatabase
package import SharedDomain
import SharedTelemetry
import SwiftProtobuf

/// A producer's log of events, in the producer's own store: what is appended in the transaction of a state change is
/// delivered if and only if that change was committed.
package struct Outbox: Sendable {
    /// An event about to be written.
    package struct NewEvent: Sendable {
        package let topic: Topic
        /// What the event is about, such as `ecb/2026-10-30`: a later event of the same key supersedes it.
        package let key: String
        package let body: EventBody

        package init(topic: Topic, key: String, body: EventBody) {
            self.topic = topic
            self.key = key
            self.body = body
        }
    }

    /// The bounds of a log.
    package struct Limits: Sendable {
        /// Events kept; an append beyond it is refused.
        package let maximumEvents: Int
        /// The encoded size of one event.
        package let maximumEventBytes: Int

        package init(maximumEvents: Int = 1_000_000, maximumEventBytes: Int = 512 * 1024) {
            self.maximumEvents = maximumEvents
            self.maximumEventBytes = maximumEventBytes
        }
    }

    package let producer: String
    package let appended = Signal()
    /// What is being taken in for the first time.
    package let loads = OpenLoads()
    let store: Store
    let limits: Limits
    let faults: FaultInjector
    /// The epoch of the events that this process records.
    let epoch: String

    /// - Parameter store: one that holds `Outbox.migration` and `Outbox.epochMigration`.
    package init(
        producer: String, store: Store, limits: Limits = Limits(), faults: @escaping FaultInjector = noFaults
    ) async throws {
        self.producer = producer
        self.store = store
        self.limits = limits
        self.faults = faults
        epoch = try await store.read { db in
            // A store without an identity is refused here, and not at the first delivery.
            _ = try Self.logID(in: db)
            return try Self.newEpoch(in: db)
        }
    }

    /// Writes a state change and its events in one durable transaction, then wakes the relays.
    /// - Parameter change: makes the state change and appends to the log through `append(_:at:in:)`.
    package func commit<Result: Sendable>(
        _ change: @escaping @Sendable (Database) throws -> Result
    ) async throws -> Result {
        let result = try await store.write { [faults] db in
            let result = try change(db)
            try faults(.producerBeforeCommit)
            return result
        }
        appended.raise()
        return result
    }

    /// Appends events to the log, in the order given, in the transaction of `db`.
    /// - Returns: the sequence of the last one; nil when `events` is empty.
    /// - Throws: `ServiceError` when the log is full or an event too large.
    @discardableResult
    package func append(_ events: [NewEvent], at recordedAt: Instant, in db: Database) throws -> Int64? {
        guard !events.isEmpty else { return nil }
        try requireRoom(for: events.count, in: db)
        let context = ServiceContext.current
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO outbox (previous_sequence, topic, key, recorded_at, correlation_id, traceparent, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        var previous: [Topic: Int64] = [:]
        for event in events {
            let body = try encoded(event)
            let before = try previous[event.topic] ?? Self.lastSequence(of: event.topic, in: db)
            try insert.execute(arguments: [
                before, event.topic.rawValue, event.key, recordedAt.milliseconds, context?.correlationID ?? "",
                context?.traceParent.map { "\($0)" } ?? "", body,
            ])
            if previous.isEmpty { try noteEpoch(from: db.lastInsertedRowID, in: db) }
            previous[event.topic] = db.lastInsertedRowID
        }
        return db.lastInsertedRowID
    }

    private func encoded(_ event: NewEvent) throws -> Data {
        let message = EventsV1Event.with { $0.body = EventsV1Event.OneOf_Body(event.body) }
        let bytes: Data = try message.serializedBytes()
        guard bytes.count <= limits.maximumEventBytes else {
            throw ServiceError(
                .payloadTooLarge,
                "the event \(event.key) takes \(bytes.count) bytes, \(limits.maximumEventBytes) are allowed")
        }
        return bytes
    }

    private func requireRoom(for count: Int, in db: Database) throws {
        let held = try Int.fetchOne(db, SQLRequest(sql: "SELECT count(*) FROM outbox", cached: true)) ?? 0
        guard held + count <= limits.maximumEvents else {
            throw ServiceError(
                .databaseUnavailable, "the event log is full: it holds \(held) of \(limits.maximumEvents) events")
        }
    }

    static func lastSequence(of topic: Topic, in db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db,
            SQLRequest(sql: headSQL, arguments: [topic.rawValue], cached: true)) ?? 0
    }
}
