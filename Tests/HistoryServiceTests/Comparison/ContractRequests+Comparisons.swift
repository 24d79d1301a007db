import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let comparisons = [
        "targets=USD,JPY", "targets=usd,jpy,EUR&base=GBP&period=max&precision=4&numbers=string",
        "targets=ISK,RUB&from=2009-01-01&to=2019-12-31", "targets=RUB,HRK&period=1y", "targets=BGN,DKK&base=EUR",
        "targets=USD,JPY&as_of=2027-01-01T00:00:00Z", "targets=USD,JPY&as_of=2000-01-01T00:00:00Z", "targets=USD",
        "targets=USD,KRW", "targets=USD,VND", "targets=USD,XYZ", "targets=", "targets=USD,JPY&period=1d",
        "targets=USD,JPY&to=2026-10-30", "targets=USD,JPY&period=1y&from=2026-01-01",
    ].map { ContractRequest(.get, "/api/v1/history/compare?\($0)") }
}
