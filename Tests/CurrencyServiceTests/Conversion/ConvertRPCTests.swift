import GRPCCore
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The gRPC method CurrencyRates.Convert")
struct ConvertRPCTests {
    private func convert(
        _ bench: Bench, _ amount: CommonV1Decimal?, from: String = "USD", to: String = "KRW",
        rounding: CommonV1RoundingMode = .unspecified, day: Int32? = nil
    ) async throws -> CurrencyV1ConvertReply {
        var request = CurrencyV1ConvertRequest()
        request.from = from
        request.to = to
        if let amount { request.amount = amount }
        if let day { request.day = day }
        request.rounding = rounding
        let asked = request
        return try await withCall(of: CurrencyV1CurrencyRates.Method.Convert.descriptor) { context in
            try await bench.rpc.convert(request: asked, context: context)
        }
    }

    private func amount(_ text: String) throws -> CommonV1Decimal { CommonV1Decimal(try decimal(text)) }

    // Python: 10^15 x Fraction("20275.17") / Fraction("1491.76") rupiah, and the rates at 20 digits, by decimal.
    @Test("the result has every digit, and the rates have 20")
    func golden() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let reply = try await convert(bench, amount("1000000000000000"), from: "KRW", to: "IDR")
            #expect(try ExactDecimal(reply.result).description == "13591442323161902.72")
            #expect(try ExactDecimal(reply.rate.rate).description == "13.591442323161902719")
            #expect(try ExactDecimal(reply.rateInverse).description == "0.073575708613047387519")
            #expect(reply.rate.currency == "KRW" && reply.rate.source == "ecb" && reply.rate.observedOn == 20_756)
            #expect(reply.rate.legs.map(\.currency) == ["KRW", "IDR"])
        }
    }

    @Test("the rate says why it does not come from the preferred source")
    func fallback() async throws {
        try await withBench(rateSources: [.ecb, bok]) { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "1500", "USD": "1.2"]),
                bokSheet("2026-10-30", ["USD": ("1251", 1), "VND": ("5.4", 100)]),
            ])
            let reply = try await convert(bench, amount("1000"), from: "VND")
            #expect(reply.rate.source == "bok")
            #expect(reply.rate.fallback.preferredSource == "ecb" && reply.rate.fallback.reason == .missing)
        }
    }

    @Test("each mode rounds as its name says", arguments: zip([1, 2, 3, 4], ["0.13", "0.12", "0.12", "0.125"]))
    func modes(mode: Int, expected: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            let rounding = try #require(CommonV1RoundingMode(rawValue: mode))
            let reply = try await convert(bench, amount("0.125"), from: "USD", to: "USD", rounding: rounding)
            #expect(try ExactDecimal(reply.result).description == expected)
        }
    }

    @Test("a day is counted from 1970")
    func pastDay() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            let reply = try await convert(bench, amount("1"), from: "EUR", to: "USD", rounding: .none, day: 20_755)
            #expect(try ExactDecimal(reply.result).description == "1.113")
            #expect(reply.rate.observedOn == 20_755)
        }
    }

    @Test("what is wrong is refused with the code of the contract")
    func refused() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-30"))
            var long = CommonV1Decimal()
            long.coefficientLow = 1
            long.exponent = 2_000_000_000
            for (code, call) in [
                (ErrorCode.missingParameter, (nil, "USD", "KRW", 0, nil)),
                (.missingParameter, (try amount("1"), "", "KRW", 0, nil)),
                (.invalidCurrencyCode, (try amount("1"), "USD", "XYZ", 0, nil)),
                (.invalidParameter, (try amount("-1"), "USD", "KRW", 0, nil)),
                (.invalidParameter, (try amount("0.12345678901"), "USD", "KRW", 0, nil)),
                (.invalidParameter, (try amount("1000000000000001"), "USD", "KRW", 0, nil)),
                (.invalidParameter, (long, "USD", "KRW", 0, nil)),
                (.invalidParameter, (try amount("1"), "USD", "KRW", 9, nil)),
                (.invalidDate, (try amount("1"), "USD", "KRW", 0, Int32.max)),
                (.invalidDate, (try amount("1"), "USD", "KRW", 0, Int32.min)),
                (.notFound, (try amount("1"), "RUB", "KRW", 0, nil)),
            ] as [(ErrorCode, (CommonV1Decimal?, String, String, Int, Int32?))] {
                let error = await #expect(throws: ServiceError.self) {
                    try await convert(
                        bench, call.0, from: call.1, to: call.2,
                        rounding: CommonV1RoundingMode(rawValue: call.3) ?? .unspecified, day: call.4)
                }
                #expect(error?.code == code)
            }
        }
    }

    @Test("an empty store is not ready")
    func notReady() async throws {
        try await withBench { bench in
            let error = await #expect(throws: ServiceError.self) { try await convert(bench, amount("1")) }
            #expect(error?.code == .dataNotReady)
        }
    }
}
