import HTTPTypes
import SharedTesting

extension ContractRequests {
    /// Of the series in all their forms.
    static let history = [
        "target=EUR&period=max", "target=JPY&from=2026-01-01", "target=ISK&from=2010-01-01&to=2010-12-31",
        "target=KRW&base=EUR&period=3m&precision=4&numbers=string", "target=VND&period=1w", "target=XYZ&period=1w",
        "target=USD&period=4d", "target=USD&to=2026-10-30", "target=TRY&period=max&interval=monthly&limit=3",
        "target=ISK&period=max&interval=weekly", "target=USD&period=1w&interval=hourly",
        "target=HRK&from=2022-12-01&fill=forward", "target=ISK&base=TRY&period=max&fill=linear&numbers=string",
        "target=USD&period=1w&fill=linear&interval=weekly", "target=USD&period=1w&limit=0",
        "target=USD&period=1w&limit=2&cursor=nonsense", "target=all&period=1w", "target=all&period=1w&format=csv",
        "target=all&base=VND&period=1w&format=csv", "target=USD&period=1w&format=csv&limit=5",
        "target=JPY&period=1m&as_of=2026-10-30T15:00:00Z", "target=JPY&period=1m&as_of=2026-10-29T15:00:00Z",
        "target=JPY&period=1m&as_of=2030-01-01T00:00:00Z",
    ].map { ContractRequest(.get, "/api/v1/history?\($0)") }

    /// Of one currency, of days, and of changes between two.
    static let days = [
        "USD", "TRL?period=max", "USD?from=2026-10-01&numbers=string", "VND", "KRW", "usd?period=1w&base=eur", "US",
        "USD?to=2026-10-30", "on/2026-10-25", "on/2026-10-30?base=EUR&symbols=USD,HRK&numbers=string",
        "on/2026-11-01", "on/1998-12-31", "on/2026-02-30", "on/2026-10-30?symbols=XYZ",
        "fluctuation?from=2004-12-01&to=2005-12-01&base=EUR", "fluctuation?from=2026-10-02&to=2026-10-01",
        "fluctuation?from=2026-10-01&to=2026-10-30&symbols=USD,TRL&numbers=string&precision=4",
        "fluctuation?from=2026-10-01", "on/2026-10-30?base=HRK", "on/2008-12-15?base=ISK",
        "fluctuation?from=2022-12-01&to=2023-02-01&base=HRK", "fluctuation?from=2008-12-01&to=2018-03-01&base=ISK",
    ].map { ContractRequest(.get, "/api/v1/history/\($0)") }
}
