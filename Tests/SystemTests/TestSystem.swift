import CurrencyService
import Foundation
import HistoryService
import IngestorService
import Logging
import RankingService
import SharedConfig
import SharedDomain
import SharedMessaging
import SharedRuntime
import SharedTesting

/// What the four services of one test share: a folder, a day, and a source that publishes what the test says.
struct TestSystem {
    /// The evening of the last day of the shipped history, in Frankfurt.
    static let evening = Instant(milliseconds: 1_793_383_200_000)

    let directory: TemporaryDirectory
    let upstream: String
    var time: TimeSource

    init(directory: TemporaryDirectory, upstream: String) {
        self.directory = directory
        self.upstream = upstream
        let clock = ContinuousClock()
        let began = clock.now
        // Time goes on, from the same evening in every run.
        time = TimeSource(
            now: { Self.evening.advanced(by: began.duration(to: clock.now)) }, sleep: TimeSource.system.sleep)
    }

    /// Where services fail, as if they crashed in the middle of a step.
    var faults: FaultInjector = noFaults

    /// Where the services send their spans.
    var collector: URL?
    /// How they protect their calls.
    var rpcSecurity = RPCSecurityConfig()

    var environment: HostEnvironment {
        HostEnvironment(logger: RecordedLogs().logger, time: time, faults: faults)
    }

    func hostConfig(httpPort: Int = 0, rpcPort: Int = 0) -> HostConfig {
        var config = HostConfig(
            common: CommonConfig(dataDirectory: URL(filePath: directory.path, directoryHint: .isDirectory)),
            listen: ListenConfig(httpPort: httpPort, grpcPort: rpcPort))
        config.telemetry.endpoint = collector
        config.rpcSecurity = rpcSecurity
        return config
    }

    func currency(rpcPort: Int = 0, history: PeerAddress? = nil) async throws -> RunningHost {
        try await RunningHost(
            CurrencyService.self, CurrencyConfig(host: hostConfig(rpcPort: rpcPort), historyAddress: history),
            environment)
    }

    func history(rpcPort: Int = 0) async throws -> RunningHost {
        try await RunningHost(HistoryService.self, HistoryConfig(host: hostConfig(rpcPort: rpcPort)), environment)
    }

    func ranking(currency: PeerAddress) async throws -> RunningHost {
        var config = RankingConfig(host: hostConfig(), currencyAddress: currency)
        config.rateLifetime = .seconds(1)
        return try await RunningHost(RankingService.self, config, environment)
    }

    func ingestor(currency: PeerAddress, history: PeerAddress) async throws -> RunningHost {
        var config = IngestorConfig(host: hostConfig(), currency: currency, history: history)
        config.endpoints = [.ecb: SourceEndpoint(base: upstream)]
        // A collection that failed is tried again soon.
        config.interval = .seconds(1)
        return try await RunningHost(IngestorService.self, config, environment)
    }
}

/// The four services together, the shipped history already applied.
struct LoadedSystem {
    let currency: RunningHost
    let history: RunningHost
    let ranking: RunningHost
    let ingestor: RunningHost

    init(_ system: TestSystem) async throws {
        currency = try await system.currency()
        history = try await system.history()
        ranking = try await system.ranking(currency: currency.address)
        ingestor = try await system.ingestor(currency: currency.address, history: history.address)
        try await isLoaded()
    }

    /// Waits until every event has been acknowledged.
    func isLoaded() async throws {
        try await eventually(within: .seconds(240), "the shipped history is delivered") {
            let health = try await Web.get(ingestor.httpPort, "/health")
            let loaded = try health.string("data", "freshness", "first_load") == "done"
            return try loaded && health.int("data", "freshness", "pending_events") == 0
        }
    }

    func stop() async throws {
        for host in [ingestor, ranking, history, currency] { try await host.stop() }
    }
}

/// Runs a test with a system whose ECB publishes the last day of the shipped history and nothing newer.
func withSystem(_ body: (TestSystem) async throws -> Void) async throws {
    try await withScriptableUpstream { upstream in
        upstream.script("/eurofxref-daily.xml", .ecbDaily)
        upstream.script("/eurofxref-hist-90d.xml", .ecbDaily)
        let directory = try TemporaryDirectory()
        try await body(TestSystem(directory: directory, upstream: upstream.baseURL))
    }
}
