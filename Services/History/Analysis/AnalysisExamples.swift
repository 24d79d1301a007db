import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum AnalysisExamples {
    static let dollar = AnswerExample(
        "Two months of the dollar in won", target: "/api/v1/history/stats?target=USD&from=2026-09-01",
        answer: #"""
            {
              "success": true,
              "data": {
                "currency_pair": "USD/KRW",
                "period": "2026-09-01..",
                "analysis_date": "2026-10-30",
                "source": "ecb",
                "data_points": 44,
                "current_rate": 1335.266738,
                "observed_on": "2026-10-30",
                "statistics": {
                  "period_average": 1347.462321,
                  "period_min": 1324.452783,
                  "period_max": 1388.097731,
                  "total_change": -39.34068192,
                  "total_change_percent": -2.861957628,
                  "volatility": 0.5742973353587254,
                  "volatility_index": 9.116687567797491,
                  "trend_direction": "downward",
                  "trend_slope_percent_per_day": -0.04328588096815732,
                  "support_level": 1332.346543,
                  "resistance_level": 1354.625126,
                  "percentile": 21.59090909090909
                },
                "technical_indicators": {
                  "sma_20": 1334.687782,
                  "sma_50": 1351.242438,
                  "ema_12": 1333.717981,
                  "ema_26": 1340.620188,
                  "macd": -6.90220638,
                  "macd_signal": -8.960585001,
                  "macd_histogram": 2.058378621,
                  "rsi": 45.37656253589223,
                  "bollinger_upper": 1348.597668,
                  "bollinger_middle": 1334.687782,
                  "bollinger_lower": 1320.777895,
                  "warm_up_observations": 7082
                },
                "monthly_breakdown": [
                  {
                    "month": "2026-09",
                    "average": 1358.411038,
                    "min": 1336.199794,
                    "max": 1388.097731,
                    "change_percent": -1.397090813,
                    "volatility": 0.6674174451562433
                  },
                  {
                    "month": "2026-10",
                    "average": 1336.513604,
                    "min": 1324.452783,
                    "max": 1361.267481,
                    "change_percent": -1.485622308,
                    "volatility": 0.4851787378862165
                  }
                ],
                "breaks": []
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)

    static let krona = AnswerExample(
        "Iceland's krona in euros when it was quoted again, with decimal strings of six digits",
        target: "/api/v1/history/ISK/analysis?base=EUR&from=2008-12-01&to=2018-02-28&precision=6&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "currency_pair": "ISK/EUR",
                "period": "2008-12-01..2018-02-28",
                "analysis_date": "2026-10-30",
                "source": "ecb",
                "data_points": 27,
                "current_rate": "0.00808407",
                "observed_on": "2018-02-28",
                "statistics": {
                  "period_average": "0.00683477",
                  "period_min": "0.00344828",
                  "period_max": "0.00808407",
                  "total_change": null,
                  "total_change_percent": null,
                  "volatility": 0.1552500126826487,
                  "volatility_index": 2.464517547587473,
                  "trend_direction": "upward",
                  "trend_slope_percent_per_day": 0.04916525895900531,
                  "support_level": "0.00798722",
                  "resistance_level": "0.00807103",
                  "percentile": 96.29629629629629
                },
                "technical_indicators": {
                  "sma_20": "0.00802005",
                  "sma_50": null,
                  "ema_12": "0.00804933",
                  "ema_26": null,
                  "macd": null,
                  "macd_signal": null,
                  "macd_histogram": null,
                  "rsi": 69.8216625211782,
                  "bollinger_upper": "0.00809853",
                  "bollinger_middle": "0.00802005",
                  "bollinger_lower": "0.00794157",
                  "warm_up_observations": 0
                },
                "monthly_breakdown": [
                  {
                    "month": "2008-12",
                    "average": "0.00344828",
                    "min": "0.00344828",
                    "max": "0.00344828",
                    "change_percent": "0",
                    "volatility": 0.0
                  },
                  {
                    "month": "2018-02",
                    "average": "0.00802005",
                    "min": "0.00797448",
                    "max": "0.00808407",
                    "change_percent": "1.05901",
                    "volatility": 0.17706885227585512
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
