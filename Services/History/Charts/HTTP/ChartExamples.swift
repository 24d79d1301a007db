import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum ChartExamples {
    static let week = AnswerExample(
        "Two days of the dollar in won", target: "/api/v1/history/USD/chart?from=2026-10-29",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "target": "USD",
                "period": "2026-10-29..",
                "interval": "daily",
                "source": "ecb",
                "as_of": "2026-10-30",
                "data_points": 2,
                "results": [
                  {
                    "date": "2026-10-29",
                    "open": 1337.286613,
                    "high": 1337.286613,
                    "low": 1337.286613,
                    "close": 1337.286613,
                    "sma_20": 1335.338253,
                    "sma_50": 1352.221692,
                    "ema_12": 1333.436389,
                    "ema_26": 1341.048463,
                    "volume": 1
                  },
                  {
                    "date": "2026-10-30",
                    "open": 1335.266738,
                    "high": 1335.266738,
                    "low": 1335.266738,
                    "close": 1335.266738,
                    "sma_20": 1334.687782,
                    "sma_50": 1351.242438,
                    "ema_12": 1333.717981,
                    "ema_26": 1340.620188,
                    "volume": 1
                  }
                ],
                "breaks": []
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)

    static let months = AnswerExample(
        "Months of the króna in euros across years without rates, at six digits",
        target: "/api/v1/history/ISK/chart?base=EUR&from=2008-11-01&to=2018-02-28&interval=monthly&precision=6",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "EUR",
                "target": "ISK",
                "period": "2008-11-01..2018-02-28",
                "interval": "monthly",
                "source": "ecb",
                "as_of": "2026-10-30",
                "data_points": 3,
                "results": [
                  {
                    "date": "2008-11-01",
                    "open": 0.00327869,
                    "high": 0.005,
                    "low": 0.00327869,
                    "close": 0.00357143,
                    "sma_20": 0.00939027,
                    "sma_50": 0.0109517,
                    "ema_12": 0.00736107,
                    "ema_26": 0.00904406,
                    "volume": 20
                  },
                  {
                    "date": "2008-12-01",
                    "open": 0.00344828,
                    "high": 0.00344828,
                    "low": 0.00344828,
                    "close": 0.00344828,
                    "sma_20": 0.00899087,
                    "sma_50": 0.0107933,
                    "ema_12": 0.0067591,
                    "ema_26": 0.00862956,
                    "volume": 7
                  },
                  {
                    "date": "2018-02-01",
                    "open": 0.00799936,
                    "high": 0.00808407,
                    "low": 0.00797448,
                    "close": 0.00808407,
                    "sma_20": null,
                    "sma_50": null,
                    "ema_12": null,
                    "ema_26": null,
                    "volume": 20
                  }
                ],
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
