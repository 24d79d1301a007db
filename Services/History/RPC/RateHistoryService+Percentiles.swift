package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    package func percentiles(
        request: HistoryV1PercentilesRequest, context: ServerContext
    ) async throws -> HistoryV1PercentilesReply {
        throw RPCError(code: .unimplemented, message: "not there yet")
    }
}
