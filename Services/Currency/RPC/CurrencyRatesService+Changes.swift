import GRPCCore
import SharedContracts
import SharedDomain

extension CurrencyRatesService {
    func changes(
        request: CurrencyV1ChangesRequest, response: RPCWriter<CurrencyV1Change>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "changes")
    }
}
