package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    package func snapshot(
        request: HistoryV1SnapshotRequest, context: ServerContext
    ) async throws -> HistoryV1SnapshotReply {
        throw RPCError(code: .unimplemented, message: "not there yet")
    }
}
