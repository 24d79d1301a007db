import HTTPTypes
import SharedTesting
import Testing

@testable import HistoryService

@Suite("The description of the history service", .timeLimit(.minutes(1)))
struct HistoryContractTests {
    @Test("every answer is as described, and every example is answered to the letter")
    func contract() async throws {
        let violations = try await RouteContract(makeEdge(ECBFile.memory), further: ContractRequests.all).violations()
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
