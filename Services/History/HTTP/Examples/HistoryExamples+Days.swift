import SharedHTTP

extension HistoryExamples {
    static let weekend = AnswerExample(
        "A Sunday", target: "/api/v1/history/on/2026-10-25?symbols=USD,JPY,HRK",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "requested_date": "2026-10-25",
                "effective_date": "2026-10-23",
                "age_days": 2,
                "reason": "weekend",
                "rates": {"USD":1324.452783,"JPY":8.44658424},
                "unavailable": ["HRK"],
                "evidence": {
                  "USD": {"source":"ecb","observed_on":"2026-10-23","published_at":"2026-10-23T14:00:00Z"},
                  "JPY": {"source":"ecb","observed_on":"2026-10-23","published_at":"2026-10-23T14:00:00Z"}
                }
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
    static let someDay = AnswerExample(
        "A day of the past, in euros and with decimal strings",
        target: "/api/v1/history/on/1999-01-04?base=EUR&symbols=USD&precision=6&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "requested_date": "1999-01-04",
                "effective_date": "1999-01-04",
                "age_days": 0,
                "reason": "published",
                "rates": {"USD":"0.848248"},
                "unavailable": [],
                "evidence": {"USD":{"source":"ecb","observed_on":"1999-01-04","published_at":"1999-01-04T15:00:00Z"}}
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
    static let fluctuation = AnswerExample(
        "What the dollar and the yen did in the third quarter of 2026, in won",
        target: "/api/v1/history/fluctuation?from=2026-07-01&to=2026-09-30&symbols=USD,JPY",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "from": "2026-07-01",
                "to": "2026-09-30",
                "rates": {
                  "USD": {
                    "start_rate": 1558.08662,
                    "end_rate": 1355.402906,
                    "change": -202.6837142,
                    "change_percent": -13.00850104,
                    "start_date": "2026-07-01",
                    "end_date": "2026-09-30",
                    "source": "ecb"
                  },
                  "JPY": {
                    "start_rate": 9.575994817,
                    "end_rate": 8.633309026,
                    "change": -0.9426857911,
                    "change_percent": -9.844259621,
                    "start_date": "2026-07-01",
                    "end_date": "2026-09-30",
                    "source": "ecb"
                  }
                },
                "unavailable": [],
                "breaks": []
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
    static let fluctuationOverBreak = AnswerExample(
        "The Icelandic króna over the years in which it was not quoted",
        target: "/api/v1/history/fluctuation?from=2008-12-01&to=2018-03-01&base=EUR&symbols=ISK",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "from": "2008-12-01",
                "to": "2018-03-01",
                "rates": {
                  "ISK": {
                    "start_rate": 0.003448275862,
                    "end_rate": 0.008084074373,
                    "change": null,
                    "change_percent": null,
                    "start_date": "2008-12-01",
                    "end_date": "2018-03-01",
                    "source": "ecb"
                  }
                },
                "unavailable": [],
                "breaks": [
                  {
                    "kind": "gap",
                    "currency": "ISK",
                    "last_before": "2008-12-09",
                    "first_after": "2018-02-01",
                    "other": null,
                    "factor": null
                  }
                ]
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
}
