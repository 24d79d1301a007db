import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("Details, the list and searches without memory")
struct DetailLayersTests {
    @Test(
        "the store answers the same, says so, and nobody keeps it",
        arguments: ["/JPY", "/multiple?codes=USD,VND&lang=en", "?codes=JPY,VND", "/search?q=yen"])
    func store(target: String) async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-29"))
            // The beginning of an hour, which answers from memory are as of.
            bench.time.advance(to: try #require(Instant("2026-10-30T18:00:00Z")))
            let uri = "/api/v1/currencies" + target
            let kept = try await bench.ask(uri)
            #expect(kept.headers[.eTag] != nil)
            #expect(kept.text.contains(#""cache_hit":true"#))
            #expect(bench.holdings.drop() != nil)
            let fresh = try await bench.ask(uri)
            #expect(fresh.status == 200)
            #expect(fresh.headers[.eTag] == nil)
            #expect(fresh.text == kept.text.replacing(#""cache_hit":true"#, with: #""cache_hit":false"#))
        }
    }
}
