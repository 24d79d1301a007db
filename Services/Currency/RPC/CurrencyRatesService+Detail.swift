import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    func detail(
        request: CurrencyV1DetailRequest, context: ServerContext
    ) async throws -> CurrencyV1DetailReply {
        throw RPCError(code: .unimplemented, message: "detail")
    }
}
