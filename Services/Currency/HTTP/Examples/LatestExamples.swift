import SharedHTTP

/// Questions and what they are answered at 12:34 in Seoul on Saturday, 31 October 2026, with the rates that the European
/// Central Bank published the day before.
enum LatestExamples {
    /// The usual question.
    static let won = AnswerExample(
        "What a dollar and a yen cost in won", target: "/api/v1/currencies/latest?symbols=USD,JPY",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "timestamp": 1793372400,
                "observed_on": "2026-10-30",
                "rates": {
                  "JPY": 8.491347905,
                  "USD": 1335.266738
                },
                "source": "ecb",
                "cache_hit": true,
                "stale": false,
                "unavailable": [],
                "evidence": {
                  "JPY": {
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
                  },
                  "USD": {
                    "source": "ecb",
                    "observed_on": "2026-10-30",
                    "published_at": "2026-10-30T15:00:00Z",
                    "age_seconds": 43200,
                    "stale": false,
                    "pivot": "EUR",
                    "legs": [
                      {"currency": "USD", "price": 1.1172, "unit": 1, "direction": "per_pivot"},
                      {"currency": "KRW", "price": 1491.76, "unit": 1, "direction": "per_pivot"}
                    ],
                    "fallback": null,
                    "disagreement": null
                  }
                }
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// Exact digits, another money, and a currency without a rate.
    static let exact = AnswerExample(
        "Prices in euro as strings of 12 digits; no rate is held of the rouble",
        target: "/api/v1/currencies/latest?symbols=USD,RUB&base=EUR&precision=12&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "timestamp": 1793372400,
                "observed_on": "2026-10-30",
                "rates": {
                  "USD": "0.895094880057"
                },
                "source": "ecb",
                "cache_hit": true,
                "stale": false,
                "unavailable": ["RUB"],
                "evidence": {
                  "USD": {
                    "source": "ecb",
                    "observed_on": "2026-10-30",
                    "published_at": "2026-10-30T15:00:00Z",
                    "age_seconds": 43200,
                    "stale": false,
                    "pivot": "EUR",
                    "legs": [
                      {"currency": "USD", "price": "1.1172", "unit": 1, "direction": "per_pivot"}
                    ],
                    "fallback": null,
                    "disagreement": null
                  }
                }
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
