import HTTPTypes
import SharedContracts
import SharedTesting

extension ContractRequests {
    /// What the price index is asked besides its examples.
    static let prices = [
        "price-index?country=KP", "price-index?country=RU&base_country=US", "price-index?country=KR&base_country=KP",
        "price-index?country=XX", "price-index?country=JP&edition=1999-01-01", "price-index?country=TW&numbers=string",
        "price-index/ranking", "price-index/ranking?base_country=KP", "price-index/ranking?numbers=string&limit=250",
        "price-index/ranking?item=nothing", "price-index/ranking?limit=0",
    ].map { ContractRequest(.get, "/api/v1/currencies/" + $0) }

    /// The prices that the examples are answered from.
    static func priceEditions() throws -> [EventBody] {
        try BigMacFile.facts(from: "2022-01-01") + [
            basket("starbucks-latte", "2026-03-01", [("KR", "KRW", "5000"), ("JP", "JPY", "500")]),
            basket("metro-ticket", "2026-05-01", [("KR", "KRW", "1550"), ("JP", "JPY", "180"), ("FR", "EUR", "2.55")]),
        ]
    }
}
