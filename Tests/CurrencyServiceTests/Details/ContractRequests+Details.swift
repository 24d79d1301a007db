import HTTPTypes
import SharedTesting

extension ContractRequests {
    static let details =
        ["", "?lang=en", "?lang=fr", "?codes=XYZ", "?codes=", "/XYZ", "/RUB", "/USD?base=RUB", "/USD?precision=13"]
        .map { ContractRequest(.get, "/api/v1/currencies" + $0) }
        + ["", "?codes=USD,XYZ", "?codes=RUB,VND", "?codes=USD&base=JPY&lang=en&numbers=string"]
        .map { ContractRequest(.get, "/api/v1/currencies/multiple" + $0) }
}
