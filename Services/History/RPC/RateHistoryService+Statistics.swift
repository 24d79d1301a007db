package import GRPCCore
package import SharedContracts
import SharedDomain

extension RateHistoryService {
    package func statistics(
        request: HistoryV1StatisticsRequest, context: ServerContext
    ) async throws -> HistoryV1StatisticsReply {
        throw RPCError(code: .unimplemented, message: "not there yet")
    }
}
