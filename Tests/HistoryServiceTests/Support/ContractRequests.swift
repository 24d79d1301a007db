import HTTPTypes
import SharedTesting

/// What the contract is tested with besides the examples: each list stands beside the tests of its routes.
enum ContractRequests {
    /// All of them.
    static let all: [ContractRequest] =
        series + analyses + comparisons + forecast + exports + frankfurter

    static let series = [
        "target=EUR&period=max", "target=JPY&from=2026-01-01", "target=ISK&from=2010-01-01&to=2010-12-31",
        "target=KRW&base=EUR&period=3m&precision=4&numbers=string", "target=VND&period=1w", "target=XYZ&period=1w",
        "target=USD&period=4d", "target=USD&to=2026-10-30",
    ].map { ContractRequest(.get, "/api/v1/history?\($0)") }
}
