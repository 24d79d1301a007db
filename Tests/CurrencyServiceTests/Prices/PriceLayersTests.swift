import HTTPTypes
import SharedContracts
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The price index, when layers are taken away")
struct PriceLayersTests {
    private let paths = [
        "/api/v1/currencies/price-index?country=US", "/api/v1/price-index?country=US",
        "/api/v1/currencies/price-index/ranking",
    ]

    private func prices() throws -> [EventBody] {
        [try basket("bigmac", "2026-01-01", [("KR", "KRW", "5500"), ("US", "USD", "6")])]
    }

    @Test("with memory dropped the store answers the same, which nobody keeps; then memory answers again")
    func dropped() async throws {
        try await withPrices(prices()) { bench in
            let edge = try bench.edge()
            for path in paths {
                let before = try await edge.ask(path)
                #expect(before.text.contains(#""cache_hit":true"#))
                _ = bench.holdings.drop()
                let after = try await edge.ask(path)
                #expect(after.status == 200)
                #expect(after.headers[.eTag] == nil)
                #expect(after.headers[.cacheControl] == "no-store")
                #expect(
                    after.text.replacing(#""cache_hit":false"#, with: #""cache_hit":true"#) == before.text)
                let again = try await edge.ask(path)
                #expect(again.text == before.text)
                #expect(again.headers[.eTag] == before.headers[.eTag])
            }
        }
    }

    @Test("with memory and store gone it is not ready")
    func gone() async throws {
        try await withPrices(prices()) { bench in
            _ = bench.holdings.drop()
            bench.ownStore.takeAway()
            let edge = try bench.edge()
            for path in paths {
                let answer = try await edge.ask(path)
                #expect(answer.status == 503)
                #expect(try answer.code == "DATA_NOT_READY")
            }
        }
    }
}
