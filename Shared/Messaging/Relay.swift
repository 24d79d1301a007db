package import Logging
import ServiceLifecycle
import SharedContracts
package import SharedDomain
package import SharedTelemetry
import Synchronization

/// Delivers a producer's log to one subscriber, in order, for as long as the process lives. Each subscriber has a relay
/// of its own, so one that is slow or dead delays nobody else; what it misses waits in the log.
package final class Relay: Service {
    /// How it paces itself.
    package struct Pace: Sendable {
        /// How often an idle relay asks where the subscriber stands: so a subscriber whose store was restored or
        /// emptied is brought up again without anyone's doing.
        package let positionInterval: Duration
        package let firstBackoff: Duration
        package let longestBackoff: Duration
        package let batch: Outbox.BatchLimits

        package init(
            positionInterval: Duration = .seconds(5), firstBackoff: Duration = .milliseconds(100),
            longestBackoff: Duration = .seconds(5), batch: Outbox.BatchLimits = Outbox.BatchLimits()
        ) {
            self.positionInterval = positionInterval
            self.firstBackoff = firstBackoff
            self.longestBackoff = longestBackoff
            self.batch = batch
        }
    }

    /// The subscriber's name.
    package let subscriber: String
    /// Raised after each acknowledged delivery.
    package let progressed = Signal()
    private let outbox: Outbox
    private let transport: any EventTransport
    private let pace: Pace
    private let time: TimeSource
    private let logger: Logger
    private let telemetry: RelayTelemetry
    private let failure = Mutex<String?>(nil)
    private let met = Mutex(false)

    /// - Parameters:
    ///   - metrics: where deliveries are counted.
    ///   - tracer: where they are followed.
    package init(
        of outbox: Outbox, to subscriber: String, over transport: any EventTransport, pace: Pace = Pace(),
        time: TimeSource, logger: Logger, metrics: MetricsRegistry = MetricsRegistry(), tracer: Tracer = .disabled
    ) {
        self.outbox = outbox
        self.subscriber = subscriber
        self.transport = transport
        self.pace = pace
        self.time = time
        var logger = logger
        logger[metadataKey: "subscriber"] = "\(subscriber)"
        self.logger = logger
        telemetry = RelayTelemetry(of: outbox, to: subscriber, time: time, metrics: metrics, tracer: tracer)
    }

    /// Why the last attempt failed; nil while deliveries succeed.
    package var lastFailure: String? { failure.withLock { $0 } }

    /// Whether the subscriber has said, in the life of this process, where it stands: before that, what is noted of it
    /// may be older than its store.
    package var hasMetSubscriber: Bool { met.withLock { $0 } }

    /// Delivers until stopped.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var backoff = self.pace.firstBackoff
            while !Task.isCancelled {
                // Listened to before it is looked: what is appended in between is not missed.
                let changes = self.outbox.appended.changes()
                do {
                    try await self.deliverUntilIdle(onDelivery: { backoff = self.pace.firstBackoff })
                    self.recovered()
                    backoff = self.pace.firstBackoff
                    await self.waitForNews(changes)
                } catch {
                    if Task.isCancelled { return }
                    self.failed(error, retryingIn: backoff)
                    await self.pause(backoff)
                    backoff = min(backoff * 2, self.pace.longestBackoff)
                }
            }
        }
    }

    /// Asks where the subscriber stands and delivers everything after that.
    func deliverUntilIdle(onDelivery: () -> Void = {}) async throws {
        while true {
            do {
                return try await deliverAll(of: try await outbox.logID, onDelivery: onDelivery)
            } catch is Outbox.LogReplaced {
                // By this relay or by another one, at most once in the life of a process: everything begins anew.
                logger.debug("the log has a new identity; its delivery begins anew")
            }
        }
    }

    /// - Throws: `Outbox.LogReplaced` as soon as the log is found to have another identity.
    private func deliverAll(of logID: String, onDelivery: () -> Void) async throws {
        var positions = try await transport.positions(
            producer: outbox.producer, logID: logID, heads: try await outbox.heads())
        if let departure = try await outbox.departure(of: positions) {
            try await renew(logID, because: departure)
        }
        try await note(positions, in: logID, refusals: [])
        while true {
            // Before the events, so that a subscriber that has all of these has everything up to the head.
            let heads = try await outbox.heads()
            let events = try await outbox.events(after: positions, limits: pace.batch)
            guard let last = events.last else { return }
            try outbox.faults(.relayBeforeDeliver)
            let batch = EventBatch(producer: outbox.producer, logID: logID, events: events, heads: heads)
            let receipt = try await telemetry.delivering(batch) { try await transport.deliver(batch) }
            try outbox.faults(.relayAfterDeliver)
            try await note(receipt.positions, in: logID, refusals: receipt.refusals)
            guard let reached = receipt.positions[Topic(rawValue: last.topic)]?.sequence, reached >= last.sequence
            else {
                throw ServiceError(.externalAPIError, "\(subscriber) did not move on after a delivery")
            }
            telemetry.delivered.add(events.count)
            positions = receipt.positions
            onDelivery()
        }
    }

    /// Gives the log a new identity, unless another relay has done so meanwhile.
    /// - Throws: `Outbox.LogReplaced` when it has one.
    private func renew(_ logID: String, because departure: Outbox.Departure) async throws -> Never {
        if let renewed = try await outbox.renew(replacing: logID, at: time.now()) {
            logger.notice(
                """
                the event log was cut back, as by a store restored from an older backup: a subscriber has applied what \
                this log does not hold; the log has a new identity, and all of it is delivered anew to every subscriber
                """,
                metadata: [
                    "topic": "\(departure.topic.rawValue)", "position": "\(departure.position.sequence)",
                    "head": "\(departure.head)",
                    "log_id_before": "\(logID)", "log_id": "\(renewed)",
                ])
        }
        throw Outbox.LogReplaced()
    }

    private func note(_ positions: Positions, in logID: String, refusals: [EventRefusal]) async throws {
        for refusal in refusals {
            logger.error(
                "an event was refused for good",
                metadata: ["sequence": "\(refusal.sequence)", "reason": "\(refusal.reason)"])
        }
        try await outbox.note(subscriber, in: logID, positions: positions, refusals: refusals, at: time.now())
        met.withLock { $0 = true }
        progressed.raise()
    }

    /// Returns when something was appended, or when it is time to ask for the position again.
    private func waitForNews(_ changes: AsyncStream<Void>) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in changes { return }
            }
            group.addTask { await self.pause(self.pace.positionInterval) }
            await group.next()
            group.cancelAll()
        }
    }

    private func pause(_ duration: Duration) async {
        do {
            try await time.sleep(duration)
        } catch {
            // Only cancellation ends a sleep early; the loop looks for it next.
            logger.trace("a pause ended early")
        }
    }

    private func recovered() {
        let before = failure.withLock { failure in
            defer { failure = nil }
            return failure
        }
        if before != nil { logger.info("deliveries go on") }
    }

    private func failed(_ error: any Error, retryingIn delay: Duration) {
        telemetry.failures.add()
        let reason = "\(error)"
        let before = failure.withLock { failure in
            defer { failure = reason }
            return failure
        }
        // Once per outage and cause: a peer that is down for a night must not fill the log.
        guard before != reason else { return }
        logger.warning("a delivery failed; it will be tried again", metadata: ["cause": "\(reason)"])
    }
}
