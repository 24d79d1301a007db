import SharedHTTP

/// Matrices, asked at 12:34 in Seoul on Saturday, 31 October 2026.
enum MatrixExamples {
    /// Three currencies, and one without a rate.
    static let three = AnswerExample(
        "Won, dollars and yen in each other; no rate is held of the rouble",
        target: "/api/v1/currencies/matrix?codes=KRW,USD,JPY,RUB",
        answer: #"""
            {
              "success": true,
              "data": {
                "observed_on": "2026-10-30",
                "source": "ecb",
                "published_at": "2026-10-30T15:00:00Z",
                "stale": false,
                "cache_hit": true,
                "rates": {
                  "KRW": {"KRW": 1, "USD": 1335.266738, "JPY": 8.491347905},
                  "USD": {"KRW": 0.0007489140344, "USD": 1, "JPY": 0.006359289617},
                  "JPY": {"KRW": 0.117766933, "USD": 157.2502685, "JPY": 1}
                },
                "unavailable": ["RUB"],
                "publications": [
                  {
                    "source": "ecb",
                    "observed_on": "2026-10-30",
                    "published_at": "2026-10-30T15:00:00Z",
                    "age_seconds": 43200,
                    "stale": false,
                    "fallback": null
                  }
                ],
                "disagreements": []
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
