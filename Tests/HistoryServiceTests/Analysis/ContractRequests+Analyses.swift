import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let analyses = [
        "stats?target=USD", "stats?target=EUR&period=max", "stats?target=BGN&base=EUR&period=10y",
        "stats?target=RUB&period=1y", "stats?target=ISK&period=max&precision=4&numbers=string",
        "stats?target=USD&from=2026-10-30", "stats?target=VND", "stats?target=KRW", "stats?target=USD&period=6M",
        "stats?target=USD&as_of=2027-01-01T00:00:00Z", "stats?target=USD&as_of=2000-01-01T00:00:00Z",
        "stats?target=USD&to=2026-10-30", "usd/analysis?period=1m", "VND/analysis", "XYZ/analysis",
        "TRY/analysis?base=USD&period=max", "USD/analysis?target=EUR",
    ].map { ContractRequest(.get, "/api/v1/history/\($0)") }
}
