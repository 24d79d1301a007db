import HTTPTypes
import SharedDomain

/// What a reader should know of every route before reading about one.
struct APIText {
    let build: BuildInformation
    let settings: EdgeSettings
    let about: String

    static let bearer = """
        `Authorization: Bearer …` with a key of ours or a JWT. Its scopes say what it may do: \
        \(Scope.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")). Open routes need none; a wrong one is \
        refused there too.
        """

    /// The info object (OpenAPI 3.1.1, section 4.8.2).
    var information: JSONValue {
        [
            "title": .string(title),
            "version": .string(build.version),
            "description": .string(description),
            "license": ["name": "Apache License 2.0", "identifier": "Apache-2.0"],
        ]
    }

    /// `currency-service` becomes `Currency service`.
    private var title: String {
        let words = build.service.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var description: String {
        let errors = ErrorCode.allCases.map { "| \($0.httpStatus.code) | `\($0.rawValue)` | \($0.meaning) |" }
        return (about.isEmpty ? "" : about + "\n\n") + """
            ## For every route

            - Answers under `/api/v1` come in one envelope: `success`, `data`, `timestamp`, `version`. Errors have \
            `success: false`, `data: null`, and `error` with `code`, `message`, `details` and `trace_id`. A route that \
            stands in for another API (under `/v1`) answers and refuses in that API's words.
            - Every GET answers HEAD as well: the same headers, no body. OPTIONS answers what browsers ask before \
            a request from another origin. Any other method is a 405 whose `Allow` names those there are; an unknown \
            path is a 404.
            - A query parameter that a route under `/api/v1` does not have is refused by name, and so is one sent twice.
            - Instants are RFC 3339 in UTC, days are `YYYY-MM-DD`. Rates and amounts are JSON numbers with the digits \
            that `precision` says; `numbers=string` gives decimal strings, exact to the last digit.
            - `X-Correlation-ID` (1 to 128 of `A-Z a-z 0-9 . _ -`) and `traceparent` (W3C) are taken from a request, \
            returned, and carried on.
            - Answers with an `ETag` can be kept as long as `Cache-Control` says; `If-None-Match` is answered 304 \
            while they hold. Bodies over 1 KiB are compressed for whoever accepts gzip or deflate.
            - Requests are limited for each client (key, else address); `X-RateLimit-*` say how many are left.
            - A body is JSON in UTF-8 of at most \(settings.maximumBodyBytes) bytes; unknown members are refused.

            ## Errors

            | Status | Code | Meaning |
            |---|---|---|
            \(errors.joined(separator: "\n"))
            """
    }
}
