import HTTPTypes
import SharedDatabase
import SharedHTTP
import SharedTesting
import Testing

@testable import RankingService

@Suite("The description of the ranking service", .timeLimit(.minutes(1)))
struct RankingContractTests {
    private static let selections = "/api/v1/rankings/selections"

    private let further = [
        ContractRequest(.get, "/api/v1/rankings?period=daily&offset=100"),
        ContractRequest(.get, "/api/v1/rankings?period=weekly"),
        ContractRequest(.get, "/api/v1/rankings?period=daily&limit=0"),
        ContractRequest(.post, selections, body: #"{"user_id":"u1","country_code":"XX"}"#),
        ContractRequest(.post, selections, body: #"{"user_id":"u1","country_code":"FR"}"#),
        ContractRequest(.get, "/api/v1/rankings?period=daily&lang=ko"),
    ]

    @Test("every answer is as described, and every example is answered to the letter")
    func contract() async throws {
        try await withTwoDays { ranking, _ in
            let contract = RouteContract(try ranking.edge(ranking.charts), further: further)
            let violations = try await contract.violations()
            #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))")
        }
    }

    @Test("so it is with currency down, and with a store that does not answer")
    func failing() async throws {
        try await withTwoDays { ranking, _ in
            ranking.rates.fail()
            await ranking.store.store.close()
            let violations = try await RouteContract(ranking.edge(ranking.charts), further: further).violations()
            let others = violations.filter { !$0.contains("than its example says") && !$0.contains(" -> 503") }
            #expect(others.isEmpty, "\(others.joined(separator: "\n"))")
        }
    }
}
