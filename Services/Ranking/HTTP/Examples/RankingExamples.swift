import SharedHTTP

/// Answers about a morning on which two users chose the United States, one Japan and one Korea; the day before it was
/// three for Japan, two for the United States and one for France.
enum RankingExamples {
    static let chart = AnswerExample(
        "Today so far", target: "/api/v1/rankings?period=daily&lang=en",
        answer: #"""
            {
              "success": true,
              "data": {
                "period": "daily",
                "window": {"from": "2026-10-31", "to": "2026-10-31"},
                "total_selections": 4,
                "last_updated": "2026-10-31T03:00:00Z",
                "ranking": [
                  {
                    "rank": 1,
                    "country_code": "US",
                    "country_name": "United States",
                    "currency_code": "USD",
                    "score": 2,
                    "percentage": 50.0,
                    "change": "UP",
                    "change_value": 1,
                    "previous_rank": 2,
                    "current_rate": 1335.266738,
                    "rate_observed_on": "2026-10-30",
                    "rate_source": "ecb",
                    "rate_stale": false
                  },
                  {
                    "rank": 2,
                    "country_code": "JP",
                    "country_name": "Japan",
                    "currency_code": "JPY",
                    "score": 1,
                    "percentage": 25.0,
                    "change": "DOWN",
                    "change_value": 1,
                    "previous_rank": 1,
                    "current_rate": 8.491347905,
                    "rate_observed_on": "2026-10-30",
                    "rate_source": "ecb",
                    "rate_stale": false
                  },
                  {
                    "rank": 2,
                    "country_code": "KR",
                    "country_name": "South Korea",
                    "currency_code": "KRW",
                    "score": 1,
                    "percentage": 25.0,
                    "change": "NEW",
                    "change_value": 0,
                    "previous_rank": null,
                    "current_rate": null,
                    "rate_observed_on": null,
                    "rate_source": null,
                    "rate_stale": null
                  }
                ],
                "pagination": {"current_page": 1, "total_pages": 1, "has_next": false, "has_previous": false},
                "rates_stale": false,
                "partial": []
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    static let page = AnswerExample(
        "The second entry, in Korean, with decimal strings",
        target: "/api/v1/rankings?period=daily&limit=1&offset=1&lang=ko&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "period": "daily",
                "window": {"from": "2026-10-31", "to": "2026-10-31"},
                "total_selections": 4,
                "last_updated": "2026-10-31T03:00:00Z",
                "ranking": [
                  {
                    "rank": 2,
                    "country_code": "JP",
                    "country_name": "일본",
                    "currency_code": "JPY",
                    "score": 1,
                    "percentage": 25.0,
                    "change": "DOWN",
                    "change_value": 1,
                    "previous_rank": 1,
                    "current_rate": "8.491347905",
                    "rate_observed_on": "2026-10-30",
                    "rate_source": "ecb",
                    "rate_stale": false
                  }
                ],
                "pagination": {"current_page": 2, "total_pages": 3, "has_next": true, "has_previous": true},
                "rates_stale": false,
                "partial": []
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    static let selection = AnswerExample(
        "A user chooses Japan", target: "/api/v1/rankings/selections",
        body: #"{"user_id":"u-1024","country_code":"JP","session_id":"s-77","referrer":"https://example.org/asia"}"#,
        headers: ["Content-Type": "application/json", "Idempotency-Key": "3f1c9a52"],
        answer: #"""
            {
              "success": true,
              "data": {"selection_id": "01M67YEGF0FVRZT3PHAJ7WT1NC", "message": "The selection was recorded."},
              "timestamp": "2026-10-31T03:01:00Z",
              "version": "v1"
            }
            """#)
}
