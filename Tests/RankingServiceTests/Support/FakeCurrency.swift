import GRPCCore
import SharedContracts

/// The currency service's gRPC, answering as the test says.
struct FakeCurrency: CurrencyV1CurrencyRates.SimpleServiceProtocol {
    let answer: @Sendable (CurrencyV1LatestRequest) throws -> CurrencyV1LatestReply

    func latest(request: CurrencyV1LatestRequest, context: ServerContext) async throws -> CurrencyV1LatestReply {
        try answer(request)
    }
}

/// The other methods, which it does not have.
extension FakeCurrency {
    func detail(request: CurrencyV1DetailRequest, context: ServerContext) async throws -> CurrencyV1DetailReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func convert(request: CurrencyV1ConvertRequest, context: ServerContext) async throws -> CurrencyV1ConvertReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func priceIndex(
        request: CurrencyV1PriceIndexRequest, context: ServerContext
    ) async throws -> CurrencyV1PriceIndexReply {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }

    func changes(
        request: CurrencyV1ChangesRequest, response: RPCWriter<CurrencyV1Change>, context: ServerContext
    ) async throws {
        throw RPCError(code: .unimplemented, message: "not scripted")
    }
}

extension CurrencyV1LatestReply {
    init(rates: [CurrencyV1Rate]) {
        self.init()
        self.rates = rates
    }
}

extension CurrencyV1Rate {
    /// A rate of the ECB's 2026-10-30: coefficient × 10^exponent won.
    init(_ code: String, _ coefficient: UInt64, exponent: Int32, isStale: Bool = false) {
        self.init()
        currency = code
        rate.coefficientLow = coefficient
        rate.exponent = exponent
        source = "ecb"
        // date -u -d 2026-10-30 +%s, divided by 86400.
        observedOn = 20_756
        // date -u -d '2026-10-30 15:00' +%s, in milliseconds.
        publishedAt = 1_793_372_400_000
        stale = isStale
    }
}
