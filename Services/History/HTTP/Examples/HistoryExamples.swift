import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum HistoryExamples {
    static let week = AnswerExample(
        "A week of the dollar in won", target: "/api/v1/history?target=USD&period=1w",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "target": "USD",
                "period": "1w",
                "interval": "daily",
                "as_of": "2026-10-30",
                "data_points": 6,
                "results": [
                  {
                    "date": "2026-10-23",
                    "rate": 1324.452783,
                    "change": -0.1790777871,
                    "change_percent": -0.01351906083,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-26",
                    "rate": 1325.277083,
                    "change": 0.8242995991,
                    "change_percent": 0.062236994,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-27",
                    "rate": 1327.748879,
                    "change": 2.471796335,
                    "change_percent": 0.1865116637,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-28",
                    "rate": 1340.474266,
                    "change": 12.72538677,
                    "change_percent": 0.95841819,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-29",
                    "rate": 1337.286613,
                    "change": -3.187652938,
                    "change_percent": -0.237800383,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-30",
                    "rate": 1335.266738,
                    "change": -2.019874484,
                    "change_percent": -0.1510427507,
                    "volume": 1
                  }
                ],
                "statistics": {
                  "average": 1331.75106,
                  "min": 1324.452783,
                  "max": 1340.474266,
                  "volatility": 0.4750414891129854,
                  "trend": "upward",
                  "trend_slope_percent_per_day": 0.16075181402806743,
                  "correlation": null,
                  "data_points": 6
                },
                "breaks": [],
                "next_cursor": null,
                "source": "ecb"
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)

    static let days = AnswerExample(
        "Two days of the yen in euros, with decimal strings of six digits",
        target: "/api/v1/history?target=JPY&base=EUR&from=2026-10-29&to=2026-10-30&precision=6&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "target": "JPY",
                "period": "2026-10-29..2026-10-30",
                "interval": "daily",
                "as_of": "2026-10-30",
                "data_points": 2,
                "results": [
                  {
                    "date": "2026-10-29",
                    "rate": "0.0056844",
                    "change": "-0.00000193941",
                    "change_percent": "-0.0341064",
                    "volume": 1
                  },
                  {
                    "date": "2026-10-30",
                    "rate": "0.00569217",
                    "change": "0.00000776558",
                    "change_percent": "0.136612",
                    "volume": 1
                  }
                ],
                "statistics": {
                  "average": "0.00568828",
                  "min": "0.0056844",
                  "max": "0.00569217",
                  "volatility": null,
                  "trend": "insufficient_data",
                  "trend_slope_percent_per_day": null,
                  "correlation": null,
                  "data_points": 2
                },
                "breaks": [],
                "next_cursor": null,
                "source": "ecb"
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
}
