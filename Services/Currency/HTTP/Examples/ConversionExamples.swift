import SharedHTTP

/// Conversions, asked at 12:34 in Seoul on Saturday, 31 October 2026.
enum ConversionExamples {
    /// The usual question.
    static let dollars = AnswerExample(
        "100 dollars in won", target: "/api/v1/currencies/convert?from=USD&to=KRW&amount=100",
        answer: #"""
            {
              "success": true,
              "data": {
                "from": "USD",
                "to": "KRW",
                "amount": 100,
                "result": 133527,
                "rate": 1335.266738,
                "rate_inverse": 0.0007489140344,
                "observed_on": "2026-10-30",
                "rounding": "half_up",
                "precision": {"rate_digits": 10, "result_digits": 15, "result_exact": true},
                "cache_hit": true,
                "evidence": {
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
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// More digits than a JSON number holds.
    static let long = AnswerExample(
        "Every digit of a long result, as strings",
        target: "/api/v1/currencies/convert?from=KRW&to=USD&amount=999999999999999.5&rounding=none&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "from": "KRW",
                "to": "USD",
                "amount": "999999999999999.5",
                "result": "748914034429.1303168069930819971041",
                "rate": "0.0007489140344",
                "rate_inverse": "1335.266738",
                "observed_on": "2026-10-30",
                "rounding": "none",
                "precision": {"rate_digits": 10, "result_digits": 34, "result_exact": true},
                "cache_hit": true,
                "evidence": {
                  "source": "ecb",
                  "observed_on": "2026-10-30",
                  "published_at": "2026-10-30T15:00:00Z",
                  "age_seconds": 43200,
                  "stale": false,
                  "pivot": "EUR",
                  "legs": [
                    {"currency": "KRW", "price": "1491.76", "unit": 1, "direction": "per_pivot"},
                    {"currency": "USD", "price": "1.1172", "unit": 1, "direction": "per_pivot"}
                  ],
                  "fallback": null,
                  "disagreement": null
                }
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// A Sunday has Friday's rate.
    static let past = AnswerExample(
        "A past day: Sunday has Friday's rate",
        target: "/api/v1/currencies/convert?from=EUR&to=JPY&amount=19.99&date=2026-10-25&rounding=down",
        answer: #"""
            {
              "success": true,
              "data": {
                "from": "EUR",
                "to": "JPY",
                "amount": 19.99,
                "result": 3508,
                "rate": 175.51,
                "rate_inverse": 0.005697681044,
                "observed_on": "2026-10-23",
                "requested_date": "2026-10-25",
                "rounding": "down",
                "precision": {"rate_digits": 10, "result_digits": 15, "result_exact": true},
                "cache_hit": true,
                "evidence": {
                  "source": "ecb",
                  "observed_on": "2026-10-23",
                  "published_at": "2026-10-23T14:00:00Z",
                  "age_seconds": 653696,
                  "stale": false,
                  "pivot": "EUR",
                  "legs": [{"currency": "JPY", "price": 175.51, "unit": 1, "direction": "per_pivot"}],
                  "fallback": null,
                  "disagreement": null
                }
              },
              "timestamp": "2026-10-31T03:34:56Z",
              "version": "v1"
            }
            """#)
}
