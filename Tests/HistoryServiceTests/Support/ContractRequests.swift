import HTTPTypes
import SharedTesting

/// What the contract is tested with besides the examples: each list stands beside the tests of its routes.
enum ContractRequests {
    /// All of them.
    static let all: [ContractRequest] =
        history + days + analyses + comparisons + forecast + charts + exports + frankfurter
}
