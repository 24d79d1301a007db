import GRPCCore
import ServiceLifecycle
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTelemetry
import SharedTesting
import Synchronization

@testable import CurrencyService

/// The history service as currency meets it: sheets over gRPC, which a test can take away.
final class HistoryServer: HistoryV1RateHistory.SimpleServiceProtocol {
    private struct State {
        var calls: [String] = []
        var isGone = false
        var isReplaying = false
        var isOlder = false
        var port = 0
    }

    private let sheets: [Sheet]
    private let state = Mutex(State())

    init(_ sheets: [Sheet]) {
        self.sheets = sheets
    }

    /// Where it listens.
    var port: Int { state.withLock { $0.port } }

    /// The methods that were called, in order.
    var calls: [String] { state.withLock { $0.calls } }

    /// Makes it refuse from now on, or answer again.
    func takeAway(_ isGone: Bool = true) {
        state.withLock { $0.isGone = isGone }
    }

    /// Makes it say from now on that it is replaying its log, or that it is not.
    func replays(_ isReplaying: Bool = true) {
        state.withLock { $0.isReplaying = isReplaying }
    }

    /// Makes it a version that sends no message where it has no sheets.
    func becomeOlder() {
        state.withLock { $0.isOlder = true }
    }

    /// Notes where it listens.
    func listens(on port: Int) {
        state.withLock { $0.port = port }
    }

    func recentSheets(
        request: HistoryV1RecentSheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        try begin("RecentSheets")
        let newest = Dictionary(grouping: sheets, by: \.source).compactMapValues { $0.map(\.day).max() }
        let days = Int(request.daysBeforeNewest)
        try await write(
            sheets.filter { sheet in newest[sheet.source].map { $0.adding(days: -days) <= sheet.day } ?? false },
            to: response)
    }

    func sheets(
        request: HistoryV1SheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        try begin("Sheets")
        guard (1...100).contains(request.ranges.count), request.ranges.allSatisfy({ $0.last - $0.first < 366 }) else {
            throw RPCError(code: .invalidArgument, message: "\(request.ranges)")
        }
        try await write(
            sheets.filter { sheet in
                request.ranges.contains { $0.first <= sheet.day.number && sheet.day.number <= $0.last }
            }, to: response)
    }

    func coverage(
        request: HistoryV1CoverageRequest, context: ServerContext
    ) async throws -> HistoryV1CoverageReply {
        try begin("Coverage")
        var coverage = SourceCoverage()
        for sheet in sheets { coverage.add(sheet) }
        var reply = HistoryV1CoverageReply()
        for (source, currencies) in coverage.days {
            for (currency, days) in currencies {
                var row = HistoryV1Coverage()
                (row.source, row.currency) = (source.description, currency.description)
                (row.firstDay, row.lastDay) = (days.lowerBound.number, days.upperBound.number)
                reply.coverage.append(row)
            }
        }
        return reply
    }

    func series(
        request: HistoryV1SeriesRequest, response: RPCWriter<HistoryV1SeriesSlice>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func statistics(
        request: HistoryV1StatisticsRequest, context: ServerContext
    ) async throws -> HistoryV1StatisticsReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func snapshot(request: HistoryV1SnapshotRequest, context: ServerContext) async throws -> HistoryV1SnapshotReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func percentiles(
        request: HistoryV1PercentilesRequest, context: ServerContext
    ) async throws -> HistoryV1PercentilesReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    private func begin(_ method: String) throws {
        let isGone = state.withLock { state in
            state.calls.append(method)
            return state.isGone
        }
        if isGone { throw ServiceError.dataNotReady("history is being restored") }
    }

    private func write(_ sheets: [Sheet], to response: RPCWriter<HistoryV1SheetBatch>) async throws {
        let (isReplaying, isOlder) = state.withLock { ($0.isReplaying, $0.isOlder) }
        for start in stride(from: 0, to: isOlder ? sheets.count : max(1, sheets.count), by: 16) {
            var batch = HistoryV1SheetBatch()
            batch.sheets = sheets[start..<min(start + 16, sheets.count)].map(CommonV1Sheet.init)
            batch.isReplaying = isReplaying
            try await response.write(batch)
        }
    }
}

/// Runs a history server, and a connection to it, while `body` does.
func withHistory<Result: Sendable>(
    _ sheets: [Sheet], _ body: @escaping @Sendable (HistoryServer, HistorySheetArchive) async throws -> Result
) async throws -> Result {
    let history = HistoryServer(sheets)
    let server = RPCServer(
        settings: RPCServer.Settings(host: "127.0.0.1", port: 0, portSetting: "TEST_GRPC_PORT"), services: [history],
        health: HealthRegistry(), logger: RecordedLogs().logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        let methods = [
            HistoryV1RateHistory.Method.RecentSheets.descriptor, HistoryV1RateHistory.Method.Sheets.descriptor,
            HistoryV1RateHistory.Method.Coverage.descriptor,
        ]
        // More time than a request has: a machine that is busy with tests is slow.
        history.listens(on: try await server.boundPort)
        let peer = try RPCPeer(
            name: "history", host: "127.0.0.1", port: history.port,
            methods: methods.map {
                MethodPolicy($0, timeout: .seconds(30), isIdempotentRead: true, waitsForConnection: true)
            })
        group.addTask { try await peer.client.runConnections() }
        let result = try await body(history, HistorySheetArchive(peer: peer))
        group.cancelAll()
        return result
    }
}
