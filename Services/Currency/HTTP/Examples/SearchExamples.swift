import SharedHTTP

/// Searches, asked when the examples of the latest rates are.
enum SearchExamples {
    /// Leading consonants.
    static let initials = AnswerExample(
        "Leading consonants find Japan", target: "/api/v1/currencies/search?q=%E3%85%87%E3%85%82&limit=2",
        answer: #"""
            {
              "success": true,
              "data": {
                "query": "ㅇㅂ",
                "matches": [
                  {
                    "type": "country",
                    "country_code": "JP",
                    "country_name": "일본",
                    "currency_code": "JPY",
                    "currency_name": "일본 엔",
                    "symbol": "¥",
                    "names": {"ko":"일본","en":"Japan"},
                    "matched": {"field":"country_name","text":"일본","kind":"initials"},
                    "score": 42,
                    "has_rate": true,
                    "countries": []
                  },
                  {
                    "type": "currency",
                    "country_code": "JP",
                    "country_name": "일본",
                    "currency_code": "JPY",
                    "currency_name": "일본 엔",
                    "symbol": "¥",
                    "names": {"ko":"일본 엔","en":"Japanese Yen"},
                    "matched": {"field":"currency_name","text":"일본 엔","kind":"initials"},
                    "score": 41,
                    "has_rate": true,
                    "countries": [{"code":"JP","name":"일본"}]
                  }
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// A word that many names have.
    static let dollar = AnswerExample(
        "Of all dollars the most traded ones first", target: "/api/v1/currencies/search?q=dollar&limit=2&lang=en",
        answer: #"""
            {
              "success": true,
              "data": {
                "query": "dollar",
                "matches": [
                  {
                    "type": "currency",
                    "country_code": "US",
                    "country_name": "United States",
                    "currency_code": "USD",
                    "currency_name": "US Dollar",
                    "symbol": "$",
                    "names": {"ko":"미국 달러","en":"US Dollar"},
                    "matched": {"field":"currency_name","text":"US Dollar","kind":"unit_name"},
                    "score": 65,
                    "has_rate": true,
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
                    ]
                  },
                  {
                    "type": "currency",
                    "country_code": "AU",
                    "country_name": "Australia",
                    "currency_code": "AUD",
                    "currency_name": "Australian Dollar",
                    "symbol": "$",
                    "names": {"ko":"호주 달러","en":"Australian Dollar"},
                    "matched": {"field":"currency_name","text":"Australian Dollar","kind":"unit_name"},
                    "score": 65,
                    "has_rate": true,
                    "countries": [
                      {"code":"AU","name":"Australia"},
                      {"code":"CC","name":"Cocos (Keeling) Islands"},
                      {"code":"CX","name":"Christmas Island"},
                      {"code":"HM","name":"Heard & McDonald Islands"},
                      {"code":"KI","name":"Kiribati"},
                      {"code":"NF","name":"Norfolk Island"},
                      {"code":"NR","name":"Nauru"},
                      {"code":"TV","name":"Tuvalu"}
                    ]
                  }
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)

    /// A key beside the right one.
    static let typo = AnswerExample(
        "A typing error", target: "/api/v1/currencies/search?q=swizerland&limit=1",
        headers: ["Accept-Language": "en"],
        answer: #"""
            {
              "success": true,
              "data": {
                "query": "swizerland",
                "matches": [
                  {
                    "type": "country",
                    "country_code": "CH",
                    "country_name": "Switzerland",
                    "currency_code": "CHF",
                    "currency_name": "Swiss Franc",
                    "symbol": "CHF",
                    "names": {"ko":"스위스","en":"Switzerland"},
                    "matched": {"field":"country_name","text":"Switzerland","kind":"typo"},
                    "score": 22,
                    "has_rate": true,
                    "countries": []
                  }
                ],
                "cache_hit": true
              },
              "timestamp": "2026-10-31T03:00:00Z",
              "version": "v1"
            }
            """#)
}
