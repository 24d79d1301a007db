import GRDB
import Logging
import ServiceContextModule
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedTelemetry
import SharedTesting
import SwiftProtobuf
import Synchronization
import Testing

@testable import SharedMessaging

@Suite("What can be seen of events", .timeLimit(.minutes(1)))
struct TelemetryTests {
    private let rig: Rig
    private let metrics = MetricsRegistry()
    private let spans = RecordedSpans()

    init() throws {
        rig = try Rig()
    }

    private func relay(of outbox: Outbox, over transport: any EventTransport) -> Relay {
        Relay(
            of: outbox, to: "late", over: transport, pace: Relay.Pace(batch: Outbox.BatchLimits(events: 3)),
            time: rig.time.source, logger: rig.logger, metrics: metrics, tracer: spans.tracer())
    }

    private func inbox(_ store: Store, _ applier: RecordingApplier = RecordingApplier()) -> Inbox {
        Inbox(
            store: store, applier: applier, logger: rig.logger, metrics: metrics, tracer: spans.tracer())
    }

    private func value(_ sample: String) async -> String? {
        await metrics.exposition().split(separator: "\n").first { $0.hasPrefix(sample + " ") }
            .map { String($0.dropFirst(sample.count + 1)) }
    }

    private func append(_ indices: ClosedRange<Int>, to outbox: Outbox, within trace: TraceParent?) async throws {
        var context = ServiceContext.topLevel
        context.traceParent = trace
        context.correlationID = "run-7"
        try await ServiceContext.withValue(context) { try await rig.append(indices, to: outbox) }
    }

    @Test("depth and lag grow while a subscriber is down, and go when it has everything")
    func lag() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let transport = DirectTransport(nil)
        let relay = relay(of: outbox, over: transport)
        #expect(await value("event_outbox_depth{subscriber=\"late\"}") == "0")
        #expect(await value("event_delivery_lag_seconds{subscriber=\"late\"}") == "0")

        try await rig.append(0...3, to: outbox)
        rig.time.advance(by: .milliseconds(90_500))
        try await rig.append(4...4, to: outbox)
        #expect(await value("event_outbox_depth{subscriber=\"late\"}") == "5")
        #expect(await value("event_delivery_lag_seconds{subscriber=\"late\"}") == "90.5")
        #expect(await value("event_delivery_failures_total{subscriber=\"late\"}") == "0")

        transport.connect(inbox(try rig.subscriberStore()))
        try await relay.deliverUntilIdle()
        rig.time.advance(by: StandingReader.interval)
        #expect(await value("event_outbox_depth{subscriber=\"late\"}") == "0")
        #expect(await value("event_delivery_lag_seconds{subscriber=\"late\"}") == "0")
        #expect(await value("events_delivered_total{subscriber=\"late\"}") == "5")
    }

    @Test("attempts that fail are counted")
    func failures() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let relay = relay(of: outbox, over: DirectTransport(nil))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await relay.run() }
            for _ in 0..<3 {
                try await rig.time.waitForSleepers(1)
                rig.time.advance(by: .seconds(5))
            }
            try await rig.time.waitForSleepers(1)
            group.cancelAll()
        }
        #expect(await value("event_delivery_failures_total{subscriber=\"late\"}") == "4")
    }

    @Test("what was applied, held already or refused is counted by kind; dead letters are shown")
    func outcomes() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let applier = RecordingApplier(refusedDays: [Rig.start.adding(days: 1)])
        let inbox = inbox(try rig.subscriberStore(), applier)
        try await rig.append([Rig.event(0), Rig.priceEvent(0), Rig.event(1), Rig.event(2)], to: outbox)
        let events = try await outbox.events(after: [.sheets: 0, .prices: 0], limits: Outbox.BatchLimits())
        let batch = EventBatch(producer: Rig.producer, logID: try await outbox.logID, events: events)
        _ = try await inbox.receive(batch)
        _ = try await inbox.receive(batch)
        #expect(await value("events_applied_total{kind=\"sheet\",outcome=\"applied\"}") == "2")
        #expect(await value("events_applied_total{kind=\"sheet\",outcome=\"refused\"}") == "1")
        #expect(await value("events_applied_total{kind=\"sheet\",outcome=\"duplicate\"}") == "3")
        // Its topic is not wanted here.
        #expect(await metrics.exposition().contains("price_edition") == false)

        try await relay(of: outbox, over: DirectTransport(self.inbox(try rig.subscriberStore("other"), applier)))
            .deliverUntilIdle()
        #expect(await value("event_dead_letters{subscriber=\"late\"}") == "1")
    }

    @Test("nothing is counted of a batch that was not committed")
    func rolledBack() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let plan = FaultPlan(.subscriberBeforeCommit, occurrence: 1)
        let inbox = Inbox(
            store: try rig.subscriberStore(), applier: RecordingApplier(), faults: plan.injector, logger: rig.logger,
            metrics: metrics, tracer: spans.tracer())
        try await rig.append(0...1, to: outbox)
        let relay = relay(of: outbox, over: DirectTransport(inbox))
        await #expect(throws: Crash.self) { try await relay.deliverUntilIdle() }
        #expect(await value("events_delivered_total{subscriber=\"late\"}") == "0")
        #expect(await metrics.exposition().contains("events_applied_total{") == false)
        #expect(spans.of(.producer).map(\.status) == [.error("the delivery failed")])
        #expect(spans.of(.consumer).map(\.status) == [.error("the batch was not applied")])
    }

    @Test("delivering and applying go on in the trace of the work that made the event, under its correlation id")
    func trace() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let root = TraceParent.make(isSampled: true)
        try await append(0...1, to: outbox, within: root)
        let transport = ContextTransport(inbox(try rig.subscriberStore()))
        try await relay(of: outbox, over: transport).deliverUntilIdle()
        let sent = try #require(spans.of(.producer).first)
        let applied = try #require(spans.of(.consumer).first)
        #expect(spans.all.count == 2)
        #expect(sent.parent == root)
        #expect(sent.name == "send late")
        #expect(sent["messaging.batch.message_count"] == 2)
        #expect(transport.seen.withLock { $0 }?.traceParent == sent.context)
        #expect(transport.seen.withLock { $0 }?.correlationID == "run-7")
        #expect(applied.parent == sent.context)
        #expect(applied.name == "process \(Rig.producer)")
    }

    @Test("events of several traces are followed in each of them; those without one begin none of their own")
    func severalTraces() async throws {
        let outbox = try await rig.outbox(try rig.producerStore())
        let roots = (0..<2).map { _ in TraceParent.make(isSampled: true) }
        try await append(0...0, to: outbox, within: roots[0])
        try await append(1...1, to: outbox, within: roots[1])
        try await append(2...2, to: outbox, within: nil)
        try await relay(of: outbox, over: DirectTransport(inbox(try rig.subscriberStore()))).deliverUntilIdle()
        let sent = try #require(spans.of(.producer).first)
        #expect(sent.context.traceID == roots[0].traceID)
        #expect(spans.of(.consumer).map(\.parent) == [sent.context, roots[1]])
        #expect(spans.of(.consumer).map { $0["messaging.batch.message_count"] } == [2, 1])
    }

    @Test("what is no trace, and traces without number, cost no more than a few spans")
    func bounded() {
        let strange = (0..<3).map { index in EventsV1Event.with { $0.traceparent = "00-\(index)" } }
        #expect(EventTraces(of: strange, within: nil).traces.map(\.events) == [3])
        #expect(EventTraces(of: strange, within: nil).traces.map(\.parent) == [nil])
        let many = (0..<1_000).map { _ in
            EventsV1Event.with { $0.traceparent = "\(TraceParent.make(isSampled: true))" }
        }
        #expect(EventTraces(of: many, within: nil).traces.count == EventTraces.most)
    }
}

/// Hands batches to an inbox and keeps the context in which it did.
private final class ContextTransport: EventTransport {
    let seen = Mutex<ServiceContext?>(nil)
    private let inbox: Inbox

    init(_ inbox: Inbox) {
        self.inbox = inbox
    }

    func positions(producer: String, logID: String, heads: LogHeads) async throws -> Positions {
        try await inbox.positions(producer: producer, logID: logID, heads: heads)
    }

    func deliver(_ batch: EventBatch) async throws -> DeliveryReceipt {
        seen.withLock { $0 = ServiceContext.current }
        return try await inbox.receive(batch)
    }
}
