import HTTPTypes
import SharedTesting

extension ContractRequests {
    /// Conversions, matrices and batches, right and wrong ones.
    static let conversion = conversions + matrices + batches

    private static let conversions = [
        "from=USD&to=USD&amount=0.125", "from=KRW&to=USD&amount=1000000000000000&rounding=none",
        "from=USD&to=KRW&amount=1e5", "from=USD&to=KRW&amount=-1", "from=USD&to=KRW", "from=RUB&to=KRW&amount=1",
        "from=RUB&to=RUB&amount=1", "from=USD&to=KRW&amount=1&date=2026-10-29&numbers=string",
        "from=USD&to=KRW&amount=1&date=2027-01-01", "from=USD&to=KRW&amount=1&date=1998-12-31",
        "from=USD&to=KRW&amount=1&date=2010-31-01", "from=USD&to=KRW&amount=1&rounding=up",
    ].map { ContractRequest(.get, "/api/v1/currencies/convert?\($0)") }

    private static let matrices = [
        "codes=USD,EUR&numbers=string", "codes=USD", "codes=RUB,TRL", "codes=USD,RUB", "codes=USD,USD", "codes=",
    ].map { ContractRequest(.get, "/api/v1/currencies/matrix?\($0)") }

    private static let batches = [
        #"{"requests": []}"#, #"{"requests": [1, null, [], "x", {}]}"#, #"{"requests": {}}"#, #"{}"#,
        #"{"requests": [{"from": "USD", "to": "EUR", "amount": "1", "colour": "red"}]}"#,
    ].map { ContractRequest(.post, "/api/v1/currencies/batch?numbers=string", body: $0) }
}
