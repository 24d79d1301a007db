import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let frankfurter = [
        "/v1/latest?symbols=USD&colour=red", "/v1/latest?base=EUR&symbols=EUR", "/v1/latest?amount=0",
        "/v1/latest?base=XXX", "/v1/latest?as_of=yesterday", "/v1/latest?as_of=2026-10-30T15:00:00Z",
        "/v1/latest?base=TRY&amount=1e9", "/v1/1999-01-04?base=TRL", "/v1/2010-31-01", "/v1/1998-12-31",
        "/v1/nothing", "/v1/2026-10-01..", "/v1/2025-01-01..", "/v1/2030-01-01..",
        "/v1/2024-01-02..2024-01-05?from=IDR&amount=1000", "/v1/currencies?as_of=2026-10-30T15:00:00Z",
        "/v1/currencies?as_of=1", "/v1?colour=red",
    ].map { ContractRequest(.get, $0) }
}
