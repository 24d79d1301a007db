import HTTPTypes
import SharedTesting

/// What the contract is tested with besides the examples: each list stands beside the tests of its routes.
enum ContractRequests {
    /// All of them.
    static let all: [ContractRequest] =
        latest + details + search + prices + conversion

    static let latest = ["?symbols=XYZ", "?base=RUB", "?precision=3", "?base=USD&numbers=string", "?symbols=RUB"]
        .map { ContractRequest(.get, "/api/v1/currencies/latest" + $0) }
}
