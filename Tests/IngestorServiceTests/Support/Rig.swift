import Foundation
import GRDB
import Logging
import SharedContracts
import SharedDatabase
import SharedDomain
import SharedMessaging
import SharedTelemetry
import SharedTesting

@testable import IngestorService

/// A collector over a store of its own, with time that stands still and logs that are kept.
struct Rig {
    /// A Friday evening in Frankfurt: the rates of 2026-10-30 are out.
    static let fridayEvening = HandMovedTime.defaultStart.advanced(by: .seconds(2 * 3600))

    let store: IngestorStore
    let outbox: Outbox
    let intake: Intake
    let status: CollectionStatus
    let collector: Collector
    let metrics = MetricsRegistry()
    let logs: RecordedLogs
    let time: HandMovedTime

    init(
        _ database: Store, sources: [any Source], seed: SeedData = .none,
        time: HandMovedTime = HandMovedTime(at: fridayEvening), logs: RecordedLogs = RecordedLogs(),
        faults: @escaping FaultInjector = noFaults
    ) async throws {
        store = IngestorStore(store: database)
        outbox = try await Outbox(producer: "ingestor", store: database, faults: faults)
        intake = Intake(
            outbox: outbox, zone: try TimeZone.named("Asia/Seoul"), maximumJumpPercent: 20, time: time.source)
        status = try await CollectionStatus(of: store, seed: seed)
        collector = Collector(
            sources: sources, seed: seed, store: store, intake: intake, status: status,
            outages: Outages(logger: logs.logger),
            metrics: SourceMetrics(of: sources, states: try await store.sourceStates(), in: metrics), tracer: .disabled,
            time: time.source, logger: logs.logger)
        self.logs = logs
        self.time = time
    }

    /// Every event of the log, in order.
    func events() async throws -> [EventsV1Event] {
        try await outbox.events(
            after: [.sheets: .beginning, .prices: .beginning],
            limits: Outbox.BatchLimits(events: 100_000, bytes: 1 << 30))
    }

    /// Every sheet of the log, in order.
    func sheets() async throws -> [Sheet] {
        try await events().compactMap { event in
            guard case .sheet(let sheet) = try EventBody(try event.body.required("a body")) else { return nil }
            return sheet
        }
    }
}

/// Runs `body` with a rig over a store in a folder of its own.
func withRig<Result>(
    sources: [any Source], seed: SeedData = .none, time: HandMovedTime = HandMovedTime(at: Rig.fridayEvening),
    faults: @escaping FaultInjector = noFaults, _ body: (Rig) async throws -> Result
) async throws -> Result {
    try await withTemporaryStore(named: "ingestor", migrations: IngestorStore.migrations) { database in
        try await body(Rig(database, sources: sources, seed: seed, time: time, faults: faults))
    }
}

extension Optional {
    /// What is there, or a failure that names what is not.
    func required(_ what: String) throws -> Wrapped {
        guard let self else { throw TestFailure("\(what) was expected") }
        return self
    }
}

extension TimeZone {
    static func named(_ identifier: String) throws -> TimeZone {
        try TimeZone(identifier: identifier).required("the time zone \(identifier)")
    }
}

extension Day {
    static func of(_ text: String) throws -> Day { try Day(text).required("the day \(text)") }
}

extension SourceID {
    static func named(_ text: String) throws -> SourceID { try SourceID(text).required("the source \(text)") }
}

/// Runs `body` with a rig over the store at a path, which stays for the next.
func withRig<Result>(
    at path: String, sources: [any Source] = [], seed: SeedData = .none, faults: @escaping FaultInjector = noFaults,
    _ body: (Rig) async throws -> Result
) async throws -> Result {
    let logs = RecordedLogs()
    let database = try Store.open(
        at: path, named: "ingestor", migrations: IngestorStore.migrations, logger: logs.logger)
    do {
        let rig = try await Rig(database, sources: sources, seed: seed, logs: logs, faults: faults)
        let result = try await body(rig)
        await database.close()
        return result
    } catch {
        await database.close()
        throw error
    }
}
