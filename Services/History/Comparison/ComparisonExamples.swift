import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum ComparisonExamples {
    static let three = AnswerExample(
        "A year of the dollar, the yen and the euro in won",
        target: "/api/v1/history/compare?targets=USD,JPY,EUR&period=1y",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "period": "1y",
                "as_of": "2026-10-30",
                "currencies": [
                  {
                    "currency": "USD",
                    "current_rate": 1335.266738,
                    "period_change_percent": -6.949210955,
                    "volatility": 0.5875943874684515,
                    "performance_rank": 1,
                    "sharpe_ratio": -0.7164092907852732,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  },
                  {
                    "currency": "JPY",
                    "current_rate": 8.491347905,
                    "period_change_percent": -8.616351665,
                    "volatility": 0.5949855137831098,
                    "performance_rank": 2,
                    "sharpe_ratio": -0.8955890829412185,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  },
                  {
                    "currency": "EUR",
                    "current_rate": 1491.76,
                    "period_change_percent": -9.994509506,
                    "volatility": 0.5163592561186854,
                    "performance_rank": 3,
                    "sharpe_ratio": -1.2283286836090483,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  }
                ],
                "comparison": [
                  {
                    "currency": "USD",
                    "current_rate": 1335.266738,
                    "period_change_percent": -6.949210955,
                    "volatility": 0.5875943874684515,
                    "performance_rank": 1,
                    "sharpe_ratio": -0.7164092907852732,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  },
                  {
                    "currency": "JPY",
                    "current_rate": 8.491347905,
                    "period_change_percent": -8.616351665,
                    "volatility": 0.5949855137831098,
                    "performance_rank": 2,
                    "sharpe_ratio": -0.8955890829412185,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  },
                  {
                    "currency": "EUR",
                    "current_rate": 1491.76,
                    "period_change_percent": -9.994509506,
                    "volatility": 0.5163592561186854,
                    "performance_rank": 3,
                    "sharpe_ratio": -1.2283286836090483,
                    "source": "ecb",
                    "data_points": 256,
                    "first_observed_on": "2025-10-30",
                    "observed_on": "2026-10-30",
                    "breaks": []
                  }
                ],
                "correlation_matrix": {"USD_JPY":0.6666783946513747,"USD_EUR":0.8180437431224198,"JPY_EUR":0.7320388864686127},
                "portfolio_analysis": {"best_performer":"USD","worst_performer":"EUR","most_volatile":"JPY","least_volatile":"EUR"}
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
}
