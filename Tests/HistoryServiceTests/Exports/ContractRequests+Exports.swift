import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let exports =
        [
            "eurofxref-hist.csv", "eurofxref-hist.csv?to=1999-01-01", "eurofxref-hist.csv?from=2027-01-01",
            "eurofxref-hist.csv?from=2026-02-30", "eurofxref-daily.xml", "eurofxref-daily.xml?date=2026-10-31",
            "eurofxref-daily.xml?date=tomorrow", "prices.ledger", "prices.ledger?period=max&base=EUR",
            "prices.ledger?to=2026-10-30", "prices.ledger?symbols=KRW", "prices.ledger?period=4d",
            "prices.beancount?symbols=VND", "prices.beancount?symbols=USD&from=2026-10-24&to=2026-10-25",
            "prices.beancount?base=XYZ",
        ].map { ContractRequest(.get, "/export/\($0)") }
        + ["eurofxref-hist.csv", "prices.ledger"].map { ContractRequest(.head, "/export/\($0)") }
}
