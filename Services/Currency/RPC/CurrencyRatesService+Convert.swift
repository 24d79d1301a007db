import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    func convert(
        request: CurrencyV1ConvertRequest, context: ServerContext
    ) async throws -> CurrencyV1ConvertReply {
        throw RPCError(code: .unimplemented, message: "convert")
    }
}
