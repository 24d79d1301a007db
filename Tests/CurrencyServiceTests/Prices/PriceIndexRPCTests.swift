import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The gRPC method CurrencyRates.PriceIndex")
struct PriceIndexRPCTests {
    private func ask(_ bench: Bench, _ country: String, base: String) async throws -> CurrencyV1PriceIndexReply {
        var request = CurrencyV1PriceIndexRequest()
        request.country = country
        request.baseCountry = base
        let asked = request
        return try await withCall(of: CurrencyV1CurrencyRates.Method.PriceIndex.descriptor) { context in
            try await bench.rpc.priceIndex(request: asked, context: context)
        }
    }

    // 2026-01-01 is 20,454 days after 1970-01-01: Python's datetime. A euro is 1,500 won and 1.2 dollars.
    @Test("indices have 20 digits; what cannot be compared has none, what has no price is left out")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive([ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"])])
            try await bench.receive([
                basket("bigmac", "2026-01-01", [("KR", "KRW", "7000"), ("EUZ", "EUR", "6.10"), ("TW", "TWD", "78")]),
                basket("metro-ticket", "2026-01-01", [("KR", "KRW", "1500")]),
            ])
            let reply = try await ask(bench, "fr", base: "KR")
            let item = try #require(reply.items.first)
            #expect(reply.items.count == 1)
            #expect(item.item == "bigmac")
            // 100 × 6.1 × 1500 / 7000 = 915/7.
            #expect(try ExactDecimal(item.index).description == "130.71428571428571429")
            #expect(try ExactDecimal(reply.composite).description == "130.71428571428571429")
            #expect(try ExactDecimal(item.localPrice).description == "6.10")
            #expect(try ExactDecimal(item.dollarPrice).description == "7.32")
            #expect(item.currency == "EUR")
            #expect(item.area == "EUZ")
            #expect(item.edition == 20_454)
            let used = reply.rates.map { "\($0.rate.currency) in \($0.base)" }
            #expect(used == ["EUR in KRW", "EUR in USD", "KRW in USD"])

            let other = try await ask(bench, "TW", base: "KR")
            #expect(other.items.map(\.currency) == ["TWD"])
            #expect(other.items.first?.hasIndex == false)
            #expect(other.items.first?.hasDollarPrice == false)
            #expect(!other.hasComposite)
        }
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", "KR", ErrorCode.missingParameter), ("JP", "", .missingParameter), ("XX", "KR", .invalidCountryCode),
            ("JP", "KOR", .invalidCountryCode), ("JP", "KR", .dataNotReady),
        ])
    func refused(country: String, base: String, code: ErrorCode) async throws {
        try await withBench { bench in
            let error = await #expect(throws: ServiceError.self) { try await ask(bench, country, base: base) }
            #expect(error?.code == code)
        }
    }
}
