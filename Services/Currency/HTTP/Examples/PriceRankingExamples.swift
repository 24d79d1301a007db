import SharedHTTP

/// A question and what it is answered; see `PriceIndexExamples`.
enum PriceRankingExamples {
    /// The two countries with the cheapest Big Mac.
    static let cheapest = AnswerExample(
        "The two countries with the cheapest Big Mac",
        target: "/api/v1/currencies/price-index/ranking?item=bigmac&limit=2&lang=en",
        answer: #"""
            {
              "success": true,
              "data": {
                "base_country": "KR",
                "item": "bigmac",
                "total": 49,
                "cache_hit": true,
                "stale": false,
                "countries": [
                  {
                    "rank": 1,
                    "country_code": "ID",
                    "country_name": "Indonesia",
                    "currency_code": "IDR",
                    "composite_index": 56.85395666,
                    "indices": {"bigmac": 56.85395666},
                    "answered_by_euro_area": false
                  },
                  {
                    "rank": 2,
                    "country_code": "IN",
                    "country_name": "India",
                    "currency_code": "INR",
                    "composite_index": 58.03797334,
                    "indices": {"bigmac": 58.03797334},
                    "answered_by_euro_area": false
                  }
                ],
                "rates": [
                  {
                    "currency": "IDR",
                    "base": "KRW",
                    "rate": 0.07357570861,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "IDR", "price": 20275.17, "unit": 1, "direction": "per_pivot"},
                        {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"}
                      ],
                      "fallback": null,
                      "disagreement": null
                    }
                  },
                  {
                    "currency": "INR",
                    "base": "KRW",
                    "rate": 14.06206402,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "INR", "price": 106.084, "unit": 1, "direction": "per_pivot"},
                        {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"}
                      ],
                      "fallback": null,
                      "disagreement": null
                    }
                  }
                ]
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
