package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    package func recentSheets(
        request: HistoryV1RecentSheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "recentSheets")
    }

    package func sheets(
        request: HistoryV1SheetsRequest, response: RPCWriter<HistoryV1SheetBatch>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "sheets")
    }

    package func coverage(
        request: HistoryV1CoverageRequest, context: ServerContext
    ) async throws -> HistoryV1CoverageReply {
        throw RPCError(code: .unimplemented, message: "coverage")
    }
}
