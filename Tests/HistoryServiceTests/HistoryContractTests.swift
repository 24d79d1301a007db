import HTTPTypes
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The description of the history service", .timeLimit(.minutes(1)))
struct HistoryContractTests {
    @Test("every answer is as described, and every example is answered to the letter")
    func contract() async throws {
        let path = "/api/v1/history"
        let further = [
            "target=EUR&period=max", "target=JPY&from=2026-01-01", "target=ISK&from=2010-01-01&to=2010-12-31",
            "target=KRW&base=EUR&period=3m&precision=4&numbers=string", "target=VND&period=1w", "target=XYZ&period=1w",
            "target=USD&period=4d", "target=USD&to=2026-10-30",
        ].map { ContractRequest(.get, "\(path)?\($0)") }
        let violations = try await RouteContract(makeEdge(ECBFile.memory), further: further).violations()
        #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
    }

    @Test("so it is with nothing held")
    func empty() async throws {
        let request = ContractRequest(.get, "/api/v1/history?target=USD&period=1w")
        let edge = try makeEdge(SeriesMemory())
        let violations = try await RouteContract(edge, further: [request]).violations()
        // The examples are of rates that are held.
        #expect(violations.allSatisfy { $0.contains("than its example says") }, "\(violations.joined(separator: "\n"))")
    }
}
