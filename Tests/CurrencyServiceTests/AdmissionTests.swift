import SharedContracts
import SharedDomain
import SharedMessaging
import Testing

@testable import CurrencyService

@Suite("What is never taken in")
struct AdmissionTests {
    @Test("a sheet dated far ahead is refused with a reason, and freezes nothing")
    func future() async throws {
        try await withBench { bench in
            // Recorded on 2026-10-30.
            let receipt = try await bench.receive([
                ecbSheet("2026-10-29", ["KRW": "1500"]), ecbSheet("2099-01-01", ["KRW": "1"]),
                ecbSheet("2026-10-30", ["KRW": "1501"]),
            ])
            #expect(receipt.refusals.map(\.sequence) == [2])
            #expect(receipt.refusals.first?.reason.contains("2099-01-01") == true)
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1501"])
        }
    }

    @Test("tomorrow's sheet is taken in, where tomorrow has begun already")
    func tomorrow() async throws {
        try await withBench { bench in
            let receipt = try await bench.receive([ecbSheet("2026-11-01", ["KRW": "1500"])])
            #expect(receipt.refusals.isEmpty)
            #expect(try await bench.answer(["EUR"]).texts == ["EUR": "1500"])
        }
    }

    @Test("an edition dated far ahead is refused too")
    func futureEdition() async throws {
        try await withBench { bench in
            let receipt = try await bench.receive([.priceEdition(bigMac("2027-01-01", [("KR", "KRW", "5500")]))])
            #expect(receipt.refusals.count == 1)
            #expect(bench.holdings.prices.editions == 0)
        }
    }

    @Test("a price of no money there is is refused", arguments: ["10000000000000000", "0.0000000000001"])
    func absurd(price: String) async throws {
        try await withBench { bench in
            let receipt = try await bench.receive([ecbSheet("2026-10-30", ["KRW": price])])
            #expect(receipt.refusals.first?.reason.contains("KRW") == true)
            #expect(bench.holdings.rates.isEmpty)
        }
    }

    @Test("between the farthest prices there are, a rate can still be written with 20 digits")
    func farthest() async throws {
        try await withBench { bench in
            try await bench.receive([
                ecbSheet("2026-10-30", ["KRW": "999999999999999.999", "USD": "0.000000000001"])
            ])
            await #expect(throws: Never.self) { try await bench.answer(in: "USD", digits: 20) }
            await #expect(throws: Never.self) { try await bench.answer(in: "KRW", digits: 20) }
        }
    }
}
