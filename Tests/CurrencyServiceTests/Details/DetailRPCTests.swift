import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The gRPC method CurrencyRates.Detail")
struct DetailRPCTests {
    private func detail(
        _ bench: Bench, base: String = "KRW", _ currencies: [String]
    ) async throws -> CurrencyV1DetailReply {
        var request = CurrencyV1DetailRequest()
        request.base = base
        request.currencies = currencies
        let asked = request
        return try await withCall(of: CurrencyV1CurrencyRates.Method.Detail.descriptor) { context in
            try await bench.rpc.detail(request: asked, context: context)
        }
    }

    // Python: Fraction, then decimal with 20 digits and ROUND_HALF_UP, from 1491.76/1.1172 and 1488.4/1.113 won for a
    // dollar; padding zeros dropped.
    @Test("prices have 20 significant digits, in the order asked")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            let reply = try await detail(bench, ["jpy", "VND", "USD"])
            #expect(reply.unavailable == ["VND"])
            #expect(reply.details.map(\.rate.currency) == ["JPY", "USD"])
            let dollar = try #require(reply.details.last)
            #expect(try ExactDecimal(dollar.rate.rate).description == "1335.2667382742570712")
            #expect(dollar.rate.pivot == "EUR")
            #expect(!dollar.hasTransferDay && dollar.transferSource.isEmpty)
            #expect(try ExactDecimal(dollar.tts).description == "1348.619405656999642")
            #expect(try ExactDecimal(dollar.ttb).description == "1321.9140708915145005")
            #expect(dollar.spreadEstimated)
            #expect(dollar.rate.legs.count == 2)
            #expect(dollar.hasChange)
            #expect(try ExactDecimal(dollar.change.absolute).description == "-2.0198744840538002689")
            #expect(try ExactDecimal(dollar.change.percent).description == "-0.15104275065519213244")
            // 2026-10-29 is 20,755 days after 1970-01-01.
            #expect(dollar.change.previousDay == 20_755)
        }
    }

    @Test("without a publication before the change is absent")
    func noChange() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            #expect(try await detail(bench, ["USD"]).details.map(\.hasChange) == [false])
        }
    }

    @Test(
        "what is wrong is refused with the code of the contract",
        arguments: [
            ("", ["USD"], ErrorCode.missingParameter), ("XYZ", ["USD"], .invalidCurrencyCode),
            ("KRW", ["USD", "?"], .invalidCurrencyCode), ("KRW", [], .invalidParameter),
            ("KRW", Array(repeating: "USD", count: 51), .invalidParameter), ("RUB", ["USD"], .notFound),
        ])
    func refused(base: String, currencies: [String], code: ErrorCode) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let error = await #expect(throws: ServiceError.self) {
                try await detail(bench, base: base, currencies)
            }
            #expect(error?.code == code)
        }
    }
}
