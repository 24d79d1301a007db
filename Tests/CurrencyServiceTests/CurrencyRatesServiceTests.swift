import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The gRPC method CurrencyRates.Latest")
struct CurrencyRatesServiceTests {
    private func latest(
        _ bench: Bench, base: String = "KRW", symbols: [String] = []
    ) async throws -> CurrencyV1LatestReply {
        var request = CurrencyV1LatestRequest()
        request.base = base
        request.symbols = symbols
        let asked = request
        return try await withCall(of: CurrencyV1CurrencyRates.Method.Latest.descriptor) { context in
            try await bench.rpc.latest(request: asked, context: context)
        }
    }

    // Python, as in PythonRates, at 20 digits.
    @Test("prices have 20 significant digits and come with their evidence")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let reply = try await latest(bench, symbols: ["USD", "eur", "KRW", "RUB"])
            #expect(reply.base == "KRW")
            #expect(reply.unavailable == ["RUB"])
            #expect(reply.rates.map(\.currency) == ["EUR", "KRW", "USD"])
            #expect(
                try reply.rates.map { try ExactDecimal($0.rate).description }
                    == ["1491.76", "1", "1335.2667382742570712"])
            #expect(reply.rates.map { $0.legs.map(\.currency) } == [["KRW"], [], ["USD", "KRW"]])
            let dollar = try #require(reply.rates.last)
            #expect(try Quote(#require(dollar.legs.first)).price.description == "1.1172")
            #expect(dollar.source == "ecb")
            // 2026-10-30 is 20,756 days after 1970-01-01, and 16:00 in Frankfurt was 15:00 UTC: Python's datetime.
            #expect(dollar.observedOn == 20_756)
            #expect(dollar.publishedAt == 1_793_372_400_000)
            #expect(!dollar.stale)
        }
    }

    @Test("no symbols asks for every currency held")
    func everything() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let reply = try await latest(bench, base: "JPY")
            #expect(reply.rates.map(\.currency) == PythonRates.tenDigits["JPY"]?.keys.sorted())
            #expect(reply.unavailable.isEmpty)
        }
    }

    @Test("an overdue rate is stale")
    func stale() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            bench.time.advance(to: try #require(Instant("2026-11-21T00:00:00Z")))
            #expect(try await latest(bench, symbols: ["USD"]).rates.map(\.stale) == [true])
        }
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", ["USD"], ErrorCode.missingParameter), ("XYZ", [], .invalidCurrencyCode),
            ("KRW", ["USD", "?"], .invalidCurrencyCode), ("KRW", [""], .missingParameter),
            ("KRW", Array(repeating: "USD", count: 201), .invalidParameter), ("RUB", [], .notFound),
        ])
    func refused(base: String, symbols: [String], code: ErrorCode) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let error = await #expect(throws: ServiceError.self) {
                try await latest(bench, base: base, symbols: symbols)
            }
            #expect(error?.code == code)
        }
    }

    @Test("an empty store is not ready")
    func notReady() async throws {
        try await withBench { bench in
            let error = await #expect(throws: ServiceError.self) { try await latest(bench) }
            #expect(error?.code == .dataNotReady)
        }
    }
}
