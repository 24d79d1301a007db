import SharedHTTP

/// Batches, asked at 12:34 in Seoul on Saturday, 31 October 2026.
enum BatchExamples {
    /// One that is answered, and one that is not.
    static let mixed = AnswerExample(
        "One conversion that is answered, and one that is not", target: "/api/v1/currencies/batch",
        body: #"""
            {"requests": [
              {"from": "USD", "to": "KRW", "amount": 100},
              {"from": "USD", "to": "XYZ", "amount": "12.50", "date": "2026-10-23"}
            ]}
            """#,
        answer: #"""
            {
              "success": true,
              "data": {
                "results": [
                  {
                    "index": 0,
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
                      "age_seconds": 45296,
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
                ],
                "errors": [
                  {
                    "index": 1,
                    "code": "INVALID_CURRENCY_CODE",
                    "message": "Parameter 'to' is 'XYZ', expected an ISO 4217 currency code such as USD.",
                    "details": {
                      "expected": "an ISO 4217 currency code such as USD",
                      "parameter": "to",
                      "provided": "XYZ"
                    }
                  }
                ]
              },
              "timestamp": "2026-10-31T03:34:56Z",
              "version": "v1"
            }
            """#)
}
