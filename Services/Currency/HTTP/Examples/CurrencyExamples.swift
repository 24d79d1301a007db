import SharedHTTP

/// Questions of single currencies, asked when the examples of the latest rates are.
enum CurrencyExamples {
    /// As a Korean bank would show it.
    static let yen = AnswerExample(
        "The yen in won", target: "/api/v1/currencies/JPY",
        answer: #"""
            {
              "success": true,
              "data": {
                "currency_code": "JPY",
                "currency_name": "일본 엔",
                "country_code": "JP",
                "country_name": "일본",
                "symbol": "¥",
                "current_rate": 8.491347905,
                "tts": 8.576261384,
                "ttb": 8.406434426,
                "spread_estimated": true,
                "quotation_unit": 100,
                "last_updated": "2026-10-30T15:00:00Z",
                "source": "ecb",
                "change": {"absolute":0.03068396713,"percent":0.362666185,"direction":"UP"},
                "base": "KRW",
                "quotation_rate": 849.1347905,
                "transfer_source": null,
                "transfer_observed_on": null,
                "previous": {"observed_on":"2026-10-29","rate":8.460663938},
                "evidence": {
                  "source": "ecb",
                  "observed_on": "2026-10-30",
                  "published_at": "2026-10-30T15:00:00Z",
                  "age_seconds": 43200,
                  "stale": false,
                  "pivot": "EUR",
                  "legs": [
                    {"currency":"JPY","price":175.68,"unit":1,"direction":"per_pivot"},
                    {"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}
                  ],
                  "fallback": null,
                  "disagreement": null
                },
                "countries": [{"code":"JP","name":"일본"}],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// In another money and language, with every digit.
    static let dollar = AnswerExample(
        "The dollar in euro, in English", target: "/api/v1/currencies/usd?base=EUR&precision=12&numbers=string",
        headers: ["Accept-Language": "en-GB, ko;q=0.5"],
        answer: #"""
            {
              "success": true,
              "data": {
                "currency_code": "USD",
                "currency_name": "US Dollar",
                "country_code": "US",
                "country_name": "United States",
                "symbol": "$",
                "current_rate": "0.895094880057",
                "tts": "0.904045828858",
                "ttb": "0.886143931257",
                "spread_estimated": true,
                "quotation_unit": 1,
                "last_updated": "2026-10-30T15:00:00Z",
                "source": "ecb",
                "change": {"absolute":"-0.00337771652852","percent":"-0.375939849624","direction":"DOWN"},
                "base": "EUR",
                "quotation_rate": "0.895094880057",
                "transfer_source": null,
                "transfer_observed_on": null,
                "previous": {"observed_on":"2026-10-29","rate":"0.898472596586"},
                "evidence": {
                  "source": "ecb",
                  "observed_on": "2026-10-30",
                  "published_at": "2026-10-30T15:00:00Z",
                  "age_seconds": 43200,
                  "stale": false,
                  "pivot": "EUR",
                  "legs": [{"currency":"USD","price":"1.1172","unit":1,"direction":"per_pivot"}],
                  "fallback": null,
                  "disagreement": null
                },
                "countries": [
                  {"code":"AQ","name":"Antarctica"},
                  {"code":"AS","name":"American Samoa"},
                  {"code":"BQ","name":"Caribbean Netherlands"},
                  {"code":"EC","name":"Ecuador"},
                  {"code":"FM","name":"Micronesia"},
                  {"code":"GU","name":"Guam"},
                  {"code":"IO","name":"British Indian Ocean Territory"},
                  {"code":"MH","name":"Marshall Islands"},
                  {"code":"MP","name":"Northern Mariana Islands"},
                  {"code":"PR","name":"Puerto Rico"},
                  {"code":"PW","name":"Palau"},
                  {"code":"SV","name":"El Salvador"},
                  {"code":"TC","name":"Turks & Caicos Islands"},
                  {"code":"TL","name":"Timor-Leste"},
                  {"code":"UM","name":"U.S. Outlying Islands"},
                  {"code":"US","name":"United States"},
                  {"code":"VG","name":"British Virgin Islands"},
                  {"code":"VI","name":"U.S. Virgin Islands"}
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// Two, of which one has no rate.
    static let several = AnswerExample(
        "The baht; no rate is held of the dong", target: "/api/v1/currencies/multiple?codes=THB,VND&lang=ko",
        answer: #"""
            {
              "success": true,
              "data": {
                "base": "KRW",
                "currencies": [
                  {
                    "currency_code": "THB",
                    "currency_name": "태국 바트",
                    "country_code": "TH",
                    "country_name": "태국",
                    "symbol": "฿",
                    "current_rate": 39.58708171,
                    "tts": 39.98295253,
                    "ttb": 39.19121089,
                    "spread_estimated": true,
                    "quotation_unit": 1,
                    "last_updated": "2026-10-30T15:00:00Z",
                    "source": "ecb",
                    "change": {"absolute":-0.03068826199,"percent":-0.07746085157,"direction":"DOWN"},
                    "base": "KRW",
                    "quotation_rate": 39.58708171,
                    "transfer_source": null,
                    "transfer_observed_on": null,
                    "previous": {"observed_on":"2026-10-29","rate":39.61776997},
                    "evidence": {
                      "source": "ecb",
                      "observed_on": "2026-10-30",
                      "published_at": "2026-10-30T15:00:00Z",
                      "age_seconds": 43200,
                      "stale": false,
                      "pivot": "EUR",
                      "legs": [
                        {"currency":"THB","price":37.683,"unit":1,"direction":"per_pivot"},
                        {"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}
                      ],
                      "fallback": null,
                      "disagreement": null
                    },
                    "countries": [{"code":"TH","name":"태국"}],
                    "cache_hit": true
                  }
                ],
                "unavailable": ["VND"],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
