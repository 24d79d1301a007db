import SharedHTTP

extension HistoryExamples {
    static let months = AnswerExample(
        "Two months of the yen in won",
        target: "/api/v1/history?target=JPY&from=2026-08-01&to=2026-09-30&interval=monthly",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "target": "JPY",
                "period": "2026-08-01..2026-09-30",
                "interval": "monthly",
                "as_of": "2026-10-30",
                "data_points": 2,
                "results": [
                  {
                    "date": "2026-08-01",
                    "rate": 8.56478782,
                    "change": -0.4445584823,
                    "change_percent": -4.934414412,
                    "volume": 21,
                    "open": 9.10806175,
                    "high": 9.10806175,
                    "low": 8.56478782,
                    "close": 8.56478782,
                    "partial": false
                  },
                  {
                    "date": "2026-09-01",
                    "rate": 8.633309026,
                    "change": 0.06852120575,
                    "change_percent": 0.8000338968,
                    "volume": 22,
                    "open": 8.582502828,
                    "high": 8.880055944,
                    "low": 8.537558177,
                    "close": 8.633309026,
                    "partial": false
                  }
                ],
                "statistics": {
                  "average": 8.759356675,
                  "min": 8.537558177,
                  "max": 9.10806175,
                  "volatility": 0.5905873089836974,
                  "trend": "downward",
                  "trend_slope_percent_per_day": -0.06571408061405198,
                  "correlation": 0.5486128309300323,
                  "data_points": 43
                },
                "breaks": [],
                "next_cursor": null,
                "source": "ecb"
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
    static let filled = AnswerExample(
        "A weekend of the dollar in euros, filled on the straight line",
        target: "/api/v1/history?target=USD&base=EUR&from=2026-10-23&to=2026-10-26&fill=linear",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "target": "USD",
                "period": "2026-10-23..2026-10-26",
                "interval": "daily",
                "as_of": "2026-10-30",
                "data_points": 4,
                "results": [
                  {
                    "date": "2026-10-23",
                    "rate": 0.8934155276,
                    "change": 0.0009568037778,
                    "change_percent": 0.1072098633,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-24",
                    "rate": 0.8935486189,
                    "change": 0.0001330913371,
                    "change_percent": 0.01489691336,
                    "volume": 0,
                    "filled": true
                  },
                  {
                    "date": "2026-10-25",
                    "rate": 0.8936817102,
                    "change": 0.0001330913371,
                    "change_percent": 0.01489469451,
                    "volume": 0,
                    "filled": true
                  },
                  {
                    "date": "2026-10-26",
                    "rate": 0.8938148016,
                    "change": 0.0001330913371,
                    "change_percent": 0.01489247632,
                    "volume": 1
                  }
                ],
                "statistics": {
                  "average": 0.8936151646,
                  "min": 0.8934155276,
                  "max": 0.8938148016,
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
    static let page = AnswerExample(
        "The first two points of a year in which the Turkish lira lost six zeros",
        target: "/api/v1/history?target=TRY&base=EUR&from=2004-12-01&to=2005-11-30&limit=2",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "target": "TRY",
                "period": "2004-12-01..2005-11-30",
                "interval": "daily",
                "as_of": "2026-10-30",
                "data_points": 2,
                "results": [
                  {"date":"2005-01-03","rate":0.5509641873,"change":0,"change_percent":0,"volume":1},
                  {
                    "date": "2005-01-04",
                    "rate": 0.5534034311,
                    "change": 0.002439243773,
                    "change_percent": 0.4427227449,
                    "volume": 1
                  }
                ],
                "statistics": {
                  "average": 0.5947991315,
                  "min": 0.5420054201,
                  "max": 0.6301991429,
                  "volatility": 0.7322485539607418,
                  "trend": "upward",
                  "trend_slope_percent_per_day": 0.03160223731726424,
                  "correlation": 0.38332143872861507,
                  "data_points": 236
                },
                "breaks": [
                  {
                    "kind": "redenomination",
                    "currency": "TRY",
                    "last_before": "2004-12-31",
                    "first_after": "2005-01-03",
                    "other": "TRL",
                    "factor": 1000000
                  }
                ],
                "next_cursor": "9v7.mvv3mg00.d0e7f0be22f6c79b231638a6b25c82c1",
                "source": "ecb"
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
    static let csv = AnswerExample(
        "Two days as CSV", target: "/api/v1/history?target=USD&from=2026-10-29&to=2026-10-30&format=csv",
        answer: "date,base,target,rate,change,change_percent,volume,filled,break\r\n"
            + "2026-10-29,KRW,USD,1337.286613,-3.187652938,-0.237800383,1,,\r\n"
            + "2026-10-30,KRW,USD,1335.266738,-2.019874484,-0.1510427507,1,,\r\n")
    static let ndjson = AnswerExample(
        "A day of one currency as a line of JSON",
        target: "/api/v1/history?target=USD&from=2026-10-30&format=ndjson",
        answer: #"{"date":"2026-10-30","base":"KRW","target":"USD","rate":1335.266738,"change":-2.019874484,"#
            + #""change_percent":-0.1510427507,"volume":1}"# + "\n")
    static let currency = AnswerExample(
        "Two days of the dollar in won", target: "/api/v1/history/USD?from=2026-10-29&to=2026-10-30",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "target": "USD",
                "period": "2026-10-29..2026-10-30",
                "interval": "daily",
                "as_of": "2026-10-30",
                "data_points": 2,
                "results": [
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
                  "average": 1336.276676,
                  "min": 1335.266738,
                  "max": 1337.286613,
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
