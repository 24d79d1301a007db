import Foundation
import Logging
import ServiceLifecycle
import SharedDatabase
import SharedDomain
import SharedTesting

@testable import RankingService

/// The parts of the service on a store of their own, with a clock moved by hand and rates that the test scripts. The
/// writer runs.
struct Ranking: Sendable {
    /// Noon in Seoul on 2026-10-30.
    static let noon = Instant(seconds: 1_793_329_200)
    static let seoul = TimeZone(identifier: "Asia/Seoul")

    let directory: TemporaryDirectory
    let time: HandMovedTime
    let store: RankingStore
    let writer: SelectionWriter
    let desk: SelectionDesk
    let charts: ChartReader
    let rates: ScriptedRates
    let board: RateBoard
}

/// Runs `body` with a ranking service's parts; they are stopped and removed afterwards in any case.
func withRanking<Result: Sendable>(
    at start: Instant = Ranking.noon, countsOncePerDay: Bool = true, minimumUsers: Int = 1,
    writingTo ledger: @Sendable (RankingStore) -> any SelectionLedger = { $0 },
    _ body: @Sendable (Ranking) async throws -> Result
) async throws -> Result {
    try await withTemporaryDirectory { directory in
        let logger = RecordedLogs().logger
        let time = HandMovedTime(at: start)
        let store = try openRankingStore(in: directory, countsOncePerDay: countsOncePerDay)
        let writer = SelectionWriter(ledger: ledger(store))
        let zone = Ranking.seoul ?? .gmt
        let charts = ChartReader(store: store, zone: zone, time: time.source, minimumUsers: minimumUsers)
        try await charts.fillMemory()
        let rates = ScriptedRates()
        let identities = KnownIdentities()
        let ranking = Ranking(
            directory: directory, time: time, store: store, writer: writer,
            desk: SelectionDesk(
                writer: writer, key: try testKey(), zone: zone, time: time.source, identify: { identities.next(at: $0) }
            ),
            charts: charts,
            rates: rates,
            board: RateBoard(source: rates, lifetime: .seconds(30), time: time.source, logger: logger))
        do {
            let result = try await withRunning(writer) { _ in try await body(ranking) }
            await store.store.close()
            return result
        } catch {
            await store.store.close()
            throw error
        }
    }
}

/// Runs `body` beside a service, which is asked to stop afterwards and waited for.
func withRunning<Result: Sendable>(
    _ service: some Service, _ body: @Sendable (ServiceGroup) async throws -> Result
) async throws -> Result {
    let group = ServiceGroup(services: [service], logger: RecordedLogs().logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        do {
            let result = try await body(group)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        } catch {
            tasks.cancelAll()
            throw error
        }
    }
}

/// Opens the store in a test's folder: a new one, or the one that was closed there before.
func openRankingStore(
    in directory: TemporaryDirectory, countsOncePerDay: Bool = true, retention: Duration = .seconds(86_400)
) throws -> RankingStore {
    RankingStore(
        store: try Store.open(
            at: directory.file("ranking.sqlite"), named: "ranking-service", migrations: RankingStore.migrations,
            logger: RecordedLogs().logger),
        countsOncePerDay: countsOncePerDay, idempotencyRetention: retention)
}

/// The key of every test.
func testKey() throws -> PrivacyKey {
    guard let key = PrivacyKey(secret: "0123456789abcdef0123456789abcdef") else { throw TestFailure("no key") }
    return key
}

func country(_ code: String) throws -> CountryCode {
    guard let country = CountryCode(code) else { throw TestFailure("'\(code)' is not a country code") }
    return country
}

func instant(_ text: String) throws -> Instant {
    guard let instant = Instant(text) else { throw TestFailure("'\(text)' is not an instant") }
    return instant
}

func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw TestFailure("'\(text)' is not a day") }
    return day
}

extension SelectionRequest {
    /// A selection without anything that is optional.
    init(_ user: String, _ code: String, key: String? = nil) throws {
        self.init(userID: user, country: try RankingServiceTests.country(code), idempotencyKey: key)
    }
}

extension SelectionOutcome {
    /// The identity under which it is stored, nil for a refusal.
    var recordedID: SelectionID? {
        switch self {
        case .recorded(let id), .repeated(let id): id
        case .keyReused: nil
        }
    }
}
