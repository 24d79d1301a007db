import SharedHTTP

/// Questions and what they are answered at 12:34 in Seoul on Saturday, 31 October 2026, with the rates of the day before,
/// The Economist's prices of January 2026, and an operator's own baskets.
enum PriceIndexExamples {
    /// Japan beside South Korea, in three items.
    static let japan = AnswerExample(
        "Japan beside South Korea, in three items",
        target: "/api/v1/currencies/price-index?country=JP",
        answer: #"""
            {
              "success": true,
              "data": {
                "country_code": "JP",
                "country_name": "일본",
                "base_country": "KR",
                "indices": {"bigmac_index": 74.10630899, "starbucks_index": 84.91347905, "composite_index": 85.87632984},
                "price_data": {
                  "bigmac_price_local": 480,
                  "bigmac_price_usd": 3.052459016,
                  "starbucks_latte_local": 500,
                  "starbucks_latte_usd": 3.179644809
                },
                "editions": {"bigmac": "2026-01-01", "metro-ticket": "2026-05-01", "starbucks-latte": "2026-03-01"},
                "last_updated": "2026-10-30T15:00:00Z",
                "currency_code": "JPY",
                "answered_by_euro_area": false,
                "cache_hit": true,
                "stale": false,
                "items": [
                  {
                    "item": "bigmac",
                    "index": 74.10630899,
                    "missing": null,
                    "price_local": 480,
                    "currency": "JPY",
                    "price_usd": 3.052459016,
                    "edition": "2026-01-01",
                    "source": "economist",
                    "area": "JP",
                    "outdated": false,
                    "base": {
                      "price_local": 5500,
                      "currency": "KRW",
                      "price_usd": 4.119027189,
                      "edition": "2026-01-01",
                      "source": "economist",
                      "area": "KR",
                      "outdated": false
                    }
                  },
                  {
                    "item": "metro-ticket",
                    "index": 98.60920148,
                    "missing": null,
                    "price_local": 180,
                    "currency": "JPY",
                    "price_usd": 1.144672131,
                    "edition": "2026-05-01",
                    "source": "operator",
                    "area": "JP",
                    "outdated": false,
                    "base": {
                      "price_local": 1550,
                      "currency": "KRW",
                      "price_usd": 1.160816753,
                      "edition": "2026-05-01",
                      "source": "operator",
                      "area": "KR",
                      "outdated": false
                    }
                  },
                  {
                    "item": "starbucks-latte",
                    "index": 84.91347905,
                    "missing": null,
                    "price_local": 500,
                    "currency": "JPY",
                    "price_usd": 3.179644809,
                    "edition": "2026-03-01",
                    "source": "operator",
                    "area": "JP",
                    "outdated": false,
                    "base": {
                      "price_local": 5000,
                      "currency": "KRW",
                      "price_usd": 3.744570172,
                      "edition": "2026-03-01",
                      "source": "operator",
                      "area": "KR",
                      "outdated": false
                    }
                  }
                ],
                "rates": [
                  {
                    "currency": "JPY",
                    "base": "KRW",
                    "rate": 8.491347905,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "JPY", "price": 175.68, "unit": 1, "direction": "per_pivot"},
                        {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"}
                      ],
                      "fallback": null,
                      "disagreement": null
                    }
                  },
                  {
                    "currency": "JPY",
                    "base": "USD",
                    "rate": 0.006359289617,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "JPY", "price": 175.68, "unit": 1, "direction": "per_pivot"},
                        {"currency": "USD", "price": 1.1172, "unit": 1, "direction": "per_pivot"}
                      ],
                      "fallback": null,
                      "disagreement": null
                    }
                  },
                  {
                    "currency": "KRW",
                    "base": "USD",
                    "rate": 0.0007489140344,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"},
                        {"currency": "USD", "price": 1.1172, "unit": 1, "direction": "per_pivot"}
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

    /// A member of the euro area beside the United States, with every digit.
    static let france = AnswerExample(
        "A member of the euro area beside the United States, with every digit",
        target: "/api/v1/currencies/price-index?country=FR&base_country=US&lang=en&precision=12&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "country_code": "FR",
                "country_name": "France",
                "base_country": "US",
                "indices": {"bigmac_index": "110.989803922", "starbucks_index": null, "composite_index": "110.989803922"},
                "price_data": {
                  "bigmac_price_local": "6.08",
                  "bigmac_price_usd": "6.792576",
                  "starbucks_latte_local": null,
                  "starbucks_latte_usd": null
                },
                "editions": {"bigmac": "2026-01-01", "metro-ticket": "2026-05-01"},
                "last_updated": "2026-10-30T15:00:00Z",
                "currency_code": "EUR",
                "answered_by_euro_area": true,
                "cache_hit": true,
                "stale": false,
                "items": [
                  {
                    "item": "bigmac",
                    "index": "110.989803922",
                    "missing": null,
                    "price_local": "6.08",
                    "currency": "EUR",
                    "price_usd": "6.792576",
                    "edition": "2026-01-01",
                    "source": "economist",
                    "area": "EUZ",
                    "outdated": false,
                    "base": {
                      "price_local": "6.12",
                      "currency": "USD",
                      "price_usd": "6.12",
                      "edition": "2026-01-01",
                      "source": "economist",
                      "area": "US",
                      "outdated": false
                    }
                  },
                  {
                    "item": "metro-ticket",
                    "index": null,
                    "missing": "no_base_price",
                    "price_local": "2.55",
                    "currency": "EUR",
                    "price_usd": "2.84886",
                    "edition": "2026-05-01",
                    "source": "operator",
                    "area": "FR",
                    "outdated": false,
                    "base": {
                      "price_local": null,
                      "currency": null,
                      "price_usd": null,
                      "edition": null,
                      "source": null,
                      "area": null,
                      "outdated": false
                    }
                  },
                  {
                    "item": "starbucks-latte",
                    "index": null,
                    "missing": "no_price",
                    "price_local": null,
                    "currency": null,
                    "price_usd": null,
                    "edition": null,
                    "source": null,
                    "area": null,
                    "outdated": false,
                    "base": {
                      "price_local": null,
                      "currency": null,
                      "price_usd": null,
                      "edition": null,
                      "source": null,
                      "area": null,
                      "outdated": false
                    }
                  }
                ],
                "rates": [
                  {
                    "currency": "EUR",
                    "base": "USD",
                    "rate": "1.1172",
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [{"currency": "USD", "price": "1.1172", "unit": 1, "direction": "per_pivot"}],
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

    /// A price in money that no rate is held of.
    static let taiwan = AnswerExample(
        "A price in money that no rate is held of",
        target: "/api/v1/price-index?country=TW&lang=en",
        answer: #"""
            {
              "success": true,
              "data": {
                "country_code": "TW",
                "country_name": "Taiwan",
                "base_country": "KR",
                "indices": {"bigmac_index": null, "starbucks_index": null, "composite_index": null},
                "price_data": {
                  "bigmac_price_local": 78,
                  "bigmac_price_usd": null,
                  "starbucks_latte_local": null,
                  "starbucks_latte_usd": null
                },
                "editions": {"bigmac": "2026-01-01"},
                "last_updated": "2026-10-30T15:00:00Z",
                "currency_code": "TWD",
                "answered_by_euro_area": false,
                "cache_hit": true,
                "stale": false,
                "items": [
                  {
                    "item": "bigmac",
                    "index": null,
                    "missing": "no_rate",
                    "price_local": 78,
                    "currency": "TWD",
                    "price_usd": null,
                    "edition": "2026-01-01",
                    "source": "economist",
                    "area": "TW",
                    "outdated": false,
                    "base": {
                      "price_local": 5500,
                      "currency": "KRW",
                      "price_usd": 4.119027189,
                      "edition": "2026-01-01",
                      "source": "economist",
                      "area": "KR",
                      "outdated": false
                    }
                  },
                  {
                    "item": "metro-ticket",
                    "index": null,
                    "missing": "no_price",
                    "price_local": null,
                    "currency": null,
                    "price_usd": null,
                    "edition": null,
                    "source": null,
                    "area": null,
                    "outdated": false,
                    "base": {
                      "price_local": 1550,
                      "currency": "KRW",
                      "price_usd": 1.160816753,
                      "edition": "2026-05-01",
                      "source": "operator",
                      "area": "KR",
                      "outdated": false
                    }
                  },
                  {
                    "item": "starbucks-latte",
                    "index": null,
                    "missing": "no_price",
                    "price_local": null,
                    "currency": null,
                    "price_usd": null,
                    "edition": null,
                    "source": null,
                    "area": null,
                    "outdated": false,
                    "base": {
                      "price_local": 5000,
                      "currency": "KRW",
                      "price_usd": 3.744570172,
                      "edition": "2026-03-01",
                      "source": "operator",
                      "area": "KR",
                      "outdated": false
                    }
                  }
                ],
                "rates": [
                  {
                    "currency": "KRW",
                    "base": "USD",
                    "rate": 0.0007489140344,
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"},
                        {"currency": "USD", "price": 1.1172, "unit": 1, "direction": "per_pivot"}
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
