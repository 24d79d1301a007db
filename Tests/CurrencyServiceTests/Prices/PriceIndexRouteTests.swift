import Foundation
import HTTPTypes
import SharedDomain
import SharedTesting
import Testing

@testable import CurrencyService

@Suite("GET /api/v1/currencies/price-index, and its ranking")
struct PriceIndexRouteTests {
    private let path = "/api/v1/currencies/price-index"

    // The figures: PriceIndexTable, by Python. The shape: section 2 of the contract.
    @Test("the members that clients of the first version read")
    func firstVersion() async throws {
        try await withShippedPrices { bench in
            try await bench.receive([
                basket("starbucks-latte", "2026-03-01", [("KR", "KRW", "5000"), ("JP", "JPY", "500")])
            ])
            let data = try await bench.ask("\(path)?country=JP&numbers=string").member("data")
            #expect(data["country_code"] as? String == "JP")
            #expect(data["country_name"] as? String == "일본")
            #expect(data["base_country"] as? String == "KR")
            let indices = try #require(data["indices"] as? [String: String])
            // 100 × 500 × (1491.76 / 175.68) / 5000; the mean of both.
            #expect(
                indices == [
                    "bigmac_index": "74.10630899", "starbucks_index": "84.91347905", "composite_index": "79.50989402",
                ])
            let prices = try #require(data["price_data"] as? [String: String])
            #expect(
                prices == [
                    "bigmac_price_local": "480", "bigmac_price_usd": "3.052459016", "starbucks_latte_local": "500",
                    "starbucks_latte_usd": "3.179644809",
                ])
            #expect(
                data["editions"] as? [String: String] == ["bigmac": "2026-01-01", "starbucks-latte": "2026-03-01"])
            #expect(data["last_updated"] as? String == "2026-10-30T15:00:00Z")
            #expect(data["currency_code"] as? String == "JPY")
            #expect(data["answered_by_euro_area"] as? Bool == false)
            #expect(data["cache_hit"] as? Bool == true)
        }
    }

    @Test("both paths say the same")
    func alias() async throws {
        try await withShippedPrices { bench in
            let query = "country=fr&base_country=us&lang=en&precision=12"
            let one = try await bench.ask("\(path)?\(query)")
            let other = try await bench.ask("/api/v1/price-index?\(query)")
            #expect(one.status == 200)
            #expect(one.text == other.text)
        }
    }

    @Test("what there is no data of is null")
    func nulls() async throws {
        try await withShippedPrices { bench in
            let text = try await bench.ask("\(path)?country=KP&base_country=KP").text
            #expect(text.contains(#""bigmac_index":null,"starbucks_index":null,"composite_index":null"#))
            #expect(text.contains(#""bigmac_price_local":null,"bigmac_price_usd":null,"#))
            #expect(text.contains(#""editions":{},"last_updated":null,"#))
            #expect(text.contains(#""missing":"no_price","price_local":null,"#))
            // The rouble's price is of January 2022.
            let old = try await bench.ask("\(path)?country=RU").text
            #expect(
                old.contains(
                    #""missing":"outdated","price_local":null,"currency":"RUB","price_usd":null,"edition":"2022-01-01","#
                ))
            #expect(old.contains(#""outdated":true,"base":{"price_local":5500,"#))
        }
    }

    @Test("the euro area's row is marked")
    func euroArea() async throws {
        try await withShippedPrices { bench in
            let data = try await bench.ask("\(path)?country=FR").member("data")
            let item = try #require((data["items"] as? [[String: Any]])?.first)
            #expect(item["area"] as? String == "EUZ")
            #expect(data["answered_by_euro_area"] as? Bool == true)
            let base = try #require(item["base"] as? [String: Any])
            #expect(base["area"] as? String == "KR")
        }
    }

    @Test("without rates or without prices it is not ready")
    func notReady() async throws {
        try await withBench { bench in
            for step in 0...1 {
                for target in ["\(path)?country=JP", "/api/v1/price-index?country=JP", "\(path)/ranking"] {
                    let answer = try await bench.ask(target)
                    #expect(answer.status == 503)
                    #expect(try answer.code == "DATA_NOT_READY")
                    #expect(answer.headers[.retryAfter] != nil)
                    #expect(answer.headers[.cacheControl] == "no-store")
                }
                if step == 0 { try await bench.receive(ECBFile.sheets(from: "2026-10-30")) }
            }
        }
    }

    @Test("a day before the first edition, and an item that is not held, are not found")
    func notFound() async throws {
        try await withShippedPrices { bench in
            let early = try await bench.ask("\(path)?country=JP&edition=2021-12-31")
            #expect(early.status == 404)
            #expect(try early.code == "NOT_FOUND")
            #expect(early.text.contains("2022-01-01"))
            #expect(try await bench.ask("\(path)?country=JP&edition=2022-01-01").status == 200)
            let unknown = try await bench.ask("\(path)/ranking?item=latte")
            #expect(unknown.status == 404)
            #expect(unknown.text.contains("latte"))
        }
    }
}
