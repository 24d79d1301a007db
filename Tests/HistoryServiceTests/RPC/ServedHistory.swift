import SharedContracts
import SharedDomain
import SharedRPC
import SharedTelemetry
import SharedTesting

@testable import HistoryService

/// The service as its peers meet it: behind a port of this machine, with the ECB's file in its memory.
struct ServedHistory: Sendable {
    typealias Client = HistoryV1RateHistory.Client<RPCPeer.Transport>

    let peer: RPCPeer
    private let metrics: MetricsRegistry

    /// Serves until `body` returns, at the hour of the newest sheet; then stops with grace.
    ///
    /// - Throws: what `body` throws, and `TestFailure` when the server ended before it.
    static func serving(
        _ memory: SeriesMemory = ECBFile.memory, _ body: @escaping @Sendable (ServedHistory) async throws -> Void
    ) async throws {
        let metrics = MetricsRegistry()
        let cases = HistoryUseCases(
            reader: SeriesReader(memory: memory), time: HandMovedTime(at: ECBFile.recordedAt).source)
        let server = RPCServer(
            settings: .init(host: "127.0.0.1", port: 0, portSetting: "HISTORY_GRPC_PORT"),
            services: [cases.rpcService], health: HealthRegistry(), logger: RecordedLogs().logger, metrics: metrics)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            let peer = try RPCPeer(
                name: "history", host: "127.0.0.1", port: try await server.boundPort, methods: [],
                defaultTimeout: .seconds(30))
            group.addTask { try await peer.run() }
            try await body(ServedHistory(peer: peer, metrics: metrics))
            group.cancelAll()
        }
    }

    var client: Client { Client(wrapping: peer.client) }

    /// How many calls of a method of ours the server has counted with that status.
    func ended(_ method: String, _ status: String) async -> Int {
        let name = "currencytravel.history.v1.RateHistory/\(method)"
        let sample = "rpc_server_requests_total{method=\"\(name)\",code=\"\(status)\"} "
        let line = await metrics.exposition().split(separator: "\n").first { $0.hasPrefix(sample) }
        return line.flatMap { Int($0.dropFirst(sample.count)) } ?? 0
    }

    /// A question for a series.
    static func series(
        _ target: String = "USD", in base: String = "KRW", from: Int32? = nil, to: Int32? = nil, asOf: Instant? = nil
    ) -> HistoryV1SeriesRequest {
        var request = HistoryV1SeriesRequest()
        (request.target, request.base) = (target, base)
        if let from { request.from = from }
        if let to { request.to = to }
        if let asOf { request.asOf = asOf.milliseconds }
        return request
    }

    /// A question for statistics.
    static func statistics(
        _ target: String = "USD", in base: String = "KRW", _ period: String = "6m", asOf: Instant? = nil
    ) -> HistoryV1StatisticsRequest {
        var request = HistoryV1StatisticsRequest()
        (request.target, request.base, request.period) = (target, base, period)
        if let asOf { request.asOf = asOf.milliseconds }
        return request
    }

    /// A question for the rates of a day.
    static func snapshot(
        _ day: Int32, in base: String = "KRW", _ symbols: [String] = [], asOf: Instant? = nil
    ) -> HistoryV1SnapshotRequest {
        var request = HistoryV1SnapshotRequest()
        (request.day, request.base, request.symbols) = (day, base, symbols)
        if let asOf { request.asOf = asOf.milliseconds }
        return request
    }

    /// A question for places among the rates of a period.
    static func percentiles(
        _ targets: [String], in base: String = "KRW", _ period: String = "6m"
    ) -> HistoryV1PercentilesRequest {
        var request = HistoryV1PercentilesRequest()
        (request.targets, request.base, request.period) = (targets, base, period)
        return request
    }
}
