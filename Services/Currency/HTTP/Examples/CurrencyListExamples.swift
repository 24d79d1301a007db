import SharedHTTP

/// Questions of the list of currencies, asked when the examples of the latest rates are.
enum CurrencyListExamples {
    /// One that is held, and one that nobody quotes.
    static let korean = AnswerExample(
        "The yen and the dong", target: "/api/v1/currencies?codes=JPY,VND",
        answer: #"""
            {
              "success": true,
              "data": {
                "currencies": [
                  {
                    "code": "JPY",
                    "numeric": "392",
                    "name": "일본 엔",
                    "names": {"ko":"일본 엔","en":"Japanese Yen"},
                    "symbol": "¥",
                    "minor_units": 0,
                    "quotation_unit": 100,
                    "countries": [{"code":"JP","name":"일본"}],
                    "existed_from": null,
                    "existed_to": null,
                    "first_day": "2026-10-01",
                    "last_day": "2026-10-30",
                    "is_held": true,
                    "has_rate": true
                  },
                  {
                    "code": "VND",
                    "numeric": "704",
                    "name": "베트남 동",
                    "names": {"ko":"베트남 동","en":"Vietnamese Dong"},
                    "symbol": "₫",
                    "minor_units": 0,
                    "quotation_unit": 100,
                    "countries": [{"code":"VN","name":"베트남"}],
                    "existed_from": null,
                    "existed_to": null,
                    "first_day": null,
                    "last_day": null,
                    "is_held": false,
                    "has_rate": false
                  }
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// One that exists no more.
    static let english = AnswerExample(
        "The lev, in English", target: "/api/v1/currencies?codes=BGN&lang=en",
        answer: #"""
            {
              "success": true,
              "data": {
                "currencies": [
                  {
                    "code": "BGN",
                    "numeric": "975",
                    "name": "Bulgarian Lev",
                    "names": {"ko":"불가리아 레프","en":"Bulgarian Lev"},
                    "symbol": "лв.",
                    "minor_units": 2,
                    "quotation_unit": 1,
                    "countries": [],
                    "existed_from": "1999-07-05",
                    "existed_to": "2025-12-31",
                    "first_day": null,
                    "last_day": null,
                    "is_held": false,
                    "has_rate": false
                  }
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
