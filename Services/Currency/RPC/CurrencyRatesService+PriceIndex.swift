import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    func priceIndex(
        request: CurrencyV1PriceIndexRequest, context: ServerContext
    ) async throws -> CurrencyV1PriceIndexReply {
        throw RPCError(code: .unimplemented, message: "priceIndex")
    }
}
