import SharedHTTP

/// Real answers about dropped caches, which the tests of the route ask for again, as they need a key.
enum CacheExamples {
    static let full = AnswerExample(
        "After some questions", target: "/api/v1/currencies/cache",
        answer: #"""
            {
              "success": true,
              "data": {
                "dropped": ["rates", "prices", "answers"],
                "currencies": 30,
                "rate_tables": 2,
                "price_editions": 1,
                "answers": 2
              },
              "timestamp": "2026-10-31T03:34:56Z",
              "version": "v1"
            }
            """#)
    static let empty = AnswerExample(
        "Once more", target: "/api/v1/currencies/cache",
        answer: #"""
            {
              "success": true,
              "data": {
                "dropped": [],
                "currencies": 0,
                "rate_tables": 0,
                "price_editions": 0,
                "answers": 0
              },
              "timestamp": "2026-10-31T03:34:56Z",
              "version": "v1"
            }
            """#)
}
