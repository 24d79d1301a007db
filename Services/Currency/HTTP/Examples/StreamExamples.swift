import SharedHTTP

/// How a stream begins, with the rates and at the moment of `LatestExamples`.
enum StreamExamples {
    /// One currency.
    static let dollar = AnswerExample(
        "What a dollar costs in won, from now on", target: "/api/v1/currencies/stream?symbols=USD",
        answer: #"""
            retry: 3000
            event: snapshot
            id: c07611a48ec1a4c06a2a6722d9c91c76-10
            data: {"base":"KRW","timestamp":1793372400,"observed_on":"2026-10-30","rates":{"USD":1335.266738},\#
            "source":"ecb","cache_hit":true,"stale":false,"unavailable":[],"evidence":{"USD":{"source":"ecb",\#
            "observed_on":"2026-10-30","published_at":"2026-10-30T15:00:00Z","age_seconds":43200,"stale":false,\#
            "pivot":"EUR","legs":[{"currency":"USD","price":1.1172,"unit":1,"direction":"per_pivot"},\#
            {"currency":"KRW","price":1491.76,"unit":1,"direction":"per_pivot"}],"fallback":null,"disagreement":null}}}


            """#)
}
