import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let forecast = [
        "EUR", "JPY?days=30&precision=4&numbers=string", "KRW?base=USD&days=1", "TRY?base=EUR", "HRK", "VND", "KRW",
        "USD?days=0", "USD?days=31", "USD?as_of=2026-10-31T00:00:00Z&days=2",
    ].map { ContractRequest(.get, "/api/v1/history/forecast/\($0)") }
}
