import HTTPTypes
import SharedDomain
import SharedHTTP
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("The description of the currency service")
struct ContractTests {
    @Test("every route answers as it is described, and its examples to the letter")
    func contract() async throws {
        try await withBench { bench in
            try await bench.receive(ECBFile.sheets(from: "2026-10-01"))
            try await bench.receive(ContractRequests.priceEditions())
            // The moment that the examples are of.
            bench.time.advance(to: try #require(Instant("2026-10-31T03:34:56Z")))
            // Those of the cache need a key, and the stream has no end: CacheRouteTests and StreamRouteTests ask them.
            let contract = try RouteContract(
                bench.edge(), further: ContractRequests.all, unasked: ["/api/v1/currencies/cache", StreamBench.path])
            let violations = try await contract.violations()
            #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
        }
    }
}
