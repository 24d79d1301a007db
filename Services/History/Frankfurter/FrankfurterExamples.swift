import SharedHTTP

/// Answers of the European Central Bank's rates up to 2026-10-30.
enum FrankfurterExamples {
    static let root = AnswerExample(
        "What there is", target: "/v1",
        answer: #"{"version":"v1","status":"frozen","openapi":"/openapi.json","docs":"/docs"}"#)

    static let latest = AnswerExample(
        "The dollar in three currencies", target: "/v1/latest?base=USD&symbols=EUR,KRW,GBP",
        answer: #"""
            {"amount": 1.0, "base": "USD", "date": "2026-10-30", "rates": {"EUR": 0.89509, "GBP": 0.74633, "KRW": 1335.27}}
            """#)

    static let current = AnswerExample(
        "A hundred pounds in won", target: "/v1/current?from=GBP&to=KRW&amount=100",
        answer: #"{"amount": 100.0, "base": "GBP", "date": "2026-10-30", "rates": {"KRW": 178911}}"#)

    static let day = AnswerExample(
        "A Saturday has Friday's rates", target: "/v1/2024-01-06?symbols=USD,KRW",
        answer: #"""
            {"amount": 1.0, "base": "EUR", "date": "2024-01-05", "rates": {"KRW": 1439.64, "USD": 1.0921}}
            """#)

    static let range = AnswerExample(
        "A weekend and two days", target: "/v1/2024-01-06..2024-01-09?symbols=USD",
        answer: #"""
            {
              "amount": 1.0,
              "base": "EUR",
              "start_date": "2024-01-05",
              "end_date": "2024-01-09",
              "rates": {"2024-01-05": {"USD": 1.0921}, "2024-01-08": {"USD": 1.0946}, "2024-01-09": {"USD": 1.094}}
            }
            """#)

    static let currencies = AnswerExample(
        "The currencies of today", target: "/v1/currencies",
        answer: #"""
            {
              "AUD": "Australian Dollar",
              "BRL": "Brazilian Real",
              "CAD": "Canadian Dollar",
              "CHF": "Swiss Franc",
              "CNY": "Chinese Renminbi Yuan",
              "CZK": "Czech Koruna",
              "DKK": "Danish Krone",
              "EUR": "Euro",
              "GBP": "British Pound",
              "HKD": "Hong Kong Dollar",
              "HUF": "Hungarian Forint",
              "IDR": "Indonesian Rupiah",
              "ILS": "Israeli New Sheqel",
              "INR": "Indian Rupee",
              "ISK": "Icelandic Króna",
              "JPY": "Japanese Yen",
              "KRW": "South Korean Won",
              "MXN": "Mexican Peso",
              "MYR": "Malaysian Ringgit",
              "NOK": "Norwegian Krone",
              "NZD": "New Zealand Dollar",
              "PHP": "Philippine Peso",
              "PLN": "Polish Złoty",
              "RON": "Romanian Leu",
              "SEK": "Swedish Krona",
              "SGD": "Singapore Dollar",
              "THB": "Thai Baht",
              "TRY": "Turkish Lira",
              "USD": "United States Dollar",
              "ZAR": "South African Rand"
            }
            """#)
}
