import GRPCCore
import ServiceLifecycle
import SharedContracts
import SharedDomain
import SharedRPC
import SharedTesting
import Testing

@testable import HistoryService

@Suite("Sheets over a real connection", .timeLimit(.minutes(1)))
struct ServedSheetsTests {
    @Test("a peer reads the newest sheets, those of a hundred ranges, and what is covered")
    func answers() async throws {
        try await withHistory { client in
            let recent = try await client.recentSheets(recentSheetsRequest(366)) { response in
                try await response.messages.reduce(into: []) { $0 += $1.sheets }
            }
            let newest = try #require(ECBLines.days.last)
            #expect(recent.map(\.day) == ECBLines.days.filter { newest - $0 <= 366 })

            let everything = try await client.sheets(sheetsRequest(hundredRanges())) { response in
                try await response.messages.reduce(into: []) { $0 += $1.sheets }
            }
            #expect(everything.map(\.day) == ECBLines.days)
            #expect(try everything.allSatisfy { try $0.quoteTexts == ECBLines.quotes[$0.day] })

            let coverage = try await client.coverage(HistoryV1CoverageRequest())
            #expect(try await coverage.texts == ECBFile.memory.coverage())
        }
    }

    @Test("a peer that asks for too much is told so, with the code of the contract")
    func refused() async throws {
        try await withHistory { client in
            let error = await #expect(throws: RPCError.self) {
                try await client.recentSheets(recentSheetsRequest(367)) { response in
                    for try await _ in response.messages {}
                }
            }
            #expect(error?.code == .invalidArgument)
            #expect(error?.message.contains("'367'") == true)
            #expect(error.map { ServiceError($0, from: "history").code } == .invalidParameter)
        }
    }

    /// Serves the ECB's file, and hands `body` a client of that server.
    private func withHistory(
        _ body: @Sendable (HistoryV1RateHistory.Client<RPCPeer.Transport>) async throws -> Void
    ) async throws {
        let server = RPCServer(
            settings: .init(host: "127.0.0.1", port: 0, portSetting: "HISTORY_GRPC_PORT"),
            services: [RateHistoryService(reader: SeriesReader(memory: ECBFile.memory))], health: HealthRegistry(),
            logger: RecordedLogs().logger)
        try await withRunning(server) {
            let peer = try RPCPeer(
                name: "history", host: "127.0.0.1", port: try await server.boundPort, methods: [],
                defaultTimeout: .seconds(20))
            try await withRunning(peer) { try await body(HistoryV1RateHistory.Client(wrapping: peer.client)) }
        }
    }

    /// Runs a service while `body` does.
    private func withRunning(_ service: some Service, _ body: @Sendable () async throws -> Void) async throws {
        let group = ServiceGroup(services: [service], logger: RecordedLogs().logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            try await body()
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
