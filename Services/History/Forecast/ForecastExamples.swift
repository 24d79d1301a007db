import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum ForecastExamples {
    static let dollar = AnswerExample(
        "Two days of the dollar in won", target: "/api/v1/history/forecast/USD?days=2",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "target": "USD",
                "source": "ecb",
                "as_of": "2026-10-30",
                "last_rate": 1335.266738,
                "days": 2,
                "method": {
                  "name": "theta",
                  "description": "Theta method (Assimakopoulos and Nikolopoulos 2000) on the logarithms of the last 250 rates: the mean of their least-squares line and of an exponentially smoothed line, which is the last level with half the slope as drift. Intervals reach as far to either side as 80 % and 95 % of the errors of the same method on this pair's own past."
                },
                "forecast": [
                  {
                    "date": "2026-11-02",
                    "days_ahead": 1,
                    "rate": 1335.060333,
                    "low_80": 1325.3897,
                    "high_80": 1344.801527,
                    "low_95": 1319.625552,
                    "high_95": 1350.675644
                  },
                  {
                    "date": "2026-11-03",
                    "days_ahead": 2,
                    "rate": 1334.853959,
                    "low_80": 1321.893603,
                    "high_80": 1347.941383,
                    "low_95": 1313.12196,
                    "high_95": 1356.94562
                  }
                ],
                "backtest": {
                  "from": "2022-12-02",
                  "to": "2026-09-18",
                  "origins": 243,
                  "origin_spacing": 4,
                  "mean_absolute_error_percent": 0.5269,
                  "no_change_mean_absolute_error_percent": 0.524594,
                  "error_ratio": 1.004395,
                  "coverage_80": 0.842593,
                  "coverage_95": 0.969907,
                  "coverage_origins": 216,
                  "beats_no_change": false,
                  "verdict": "It does not beat \"no change\": at 243 origins in this pair's past its mean error was 0.44 % larger than that of saying that the rate stays as it is. Trust the width of the intervals more than the point.",
                  "by_days_ahead": [
                    {
                      "days_ahead": 1,
                      "mean_absolute_error_percent": 0.439442,
                      "no_change_mean_absolute_error_percent": 0.436387,
                      "error_ratio": 1.007,
                      "coverage_80": 0.837963,
                      "coverage_95": 0.976852
                    },
                    {
                      "days_ahead": 2,
                      "mean_absolute_error_percent": 0.614358,
                      "no_change_mean_absolute_error_percent": 0.612802,
                      "error_ratio": 1.00254,
                      "coverage_80": 0.847222,
                      "coverage_95": 0.962963
                    }
                  ]
                }
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)

    static let lira = AnswerExample(
        "A day of the lira in dollars, as texts", target: "/api/v1/history/forecast/TRY?base=USD&days=1&numbers=string",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "USD",
                "target": "TRY",
                "source": "ecb",
                "as_of": "2026-10-30",
                "last_rate": "0.02002096718",
                "days": 1,
                "method": {
                  "name": "theta",
                  "description": "Theta method (Assimakopoulos and Nikolopoulos 2000) on the logarithms of the last 250 rates: the mean of their least-squares line and of an exponentially smoothed line, which is the last level with half the slope as drift. Intervals reach as far to either side as 80 % and 95 % of the errors of the same method on this pair's own past."
                },
                "forecast": [
                  {
                    "date": "2026-11-02",
                    "days_ahead": 1,
                    "rate": "0.02002134175",
                    "low_80": "0.0199847268",
                    "high_80": "0.02005802379",
                    "low_95": "0.01994608863",
                    "high_95": "0.0200968788"
                  }
                ],
                "backtest": {
                  "from": "2022-12-02",
                  "to": "2026-09-18",
                  "origins": 243,
                  "origin_spacing": 4,
                  "mean_absolute_error_percent": 0.173993,
                  "no_change_mean_absolute_error_percent": 0.187467,
                  "error_ratio": 0.928122,
                  "coverage_80": 0.777778,
                  "coverage_95": 0.953704,
                  "coverage_origins": 216,
                  "beats_no_change": true,
                  "verdict": "It beat \"no change\" at 243 origins in this pair's past: its mean error was 7.2 % smaller. That need not last.",
                  "by_days_ahead": [
                    {
                      "days_ahead": 1,
                      "mean_absolute_error_percent": 0.173993,
                      "no_change_mean_absolute_error_percent": 0.187467,
                      "error_ratio": 0.928122,
                      "coverage_80": 0.777778,
                      "coverage_95": 0.953704
                    }
                  ]
                }
              },
              "timestamp": "2026-10-30T15:00:00Z",
              "version": "v1"
            }
            """#)
}
