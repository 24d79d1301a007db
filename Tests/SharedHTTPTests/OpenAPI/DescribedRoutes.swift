import NIOCore
import SharedDomain
import SharedHTTP

/// Routes that are described as those of a service should be.
enum DescribedRoutes {
    static let all = [latest, one, csv, select, drop]

    static let symbols = Parameter(optional: "symbols", .currencies(1...3), summary: "Which.")
    static let base = Parameter("base", .currency, default: .krw, summary: "In which money.")
    static let code = Parameter(required: "code", in: .path, .currency, summary: "Which.")
    static let day = Parameter(required: "day", .day, summary: "When.")
    static let user = Parameter(required: "user_id", in: .body, .text(1...100), summary: "Who.")
    static let amount = Parameter(optional: "amount", in: .body, .amount, summary: "How much.")
    static let key = Parameter(optional: "Idempotency-Key", in: .header, .token(1...64), summary: "The key.")

    static let rates = ValueSchema.object(
        named: "Rates",
        [
            "base": .currencyCode("The money."), "rates": .map(of: .decimal("Of one unit.")),
            "note": .string("Seldom.").nullable.optional,
        ])

    static let latestExample = AnswerExample(
        "A dollar", target: "/api/v1/rates/latest?symbols=USD&numbers=string",
        answer: #"""
            {
              "success": true, "data": {"base": "KRW", "rates": {"USD": "1335.27"}},
              "timestamp": "2026-10-30T15:00:00Z", "version": "v1"
            }
            """#)

    static let latest = Route(
        .get, "/api/v1/rates/latest", summary: "The latest rates.", details: "More of *that*.",
        parameters: [symbols, base, CommonParameter.precision, CommonParameter.numbers],
        answers: .data(rates, "The rates.", example: latestExample), errors: [.notFound],
        caching: .versioned { _ in nil },
        immediate: { request in
            .success(Rates(base: try request[base], symbols: try request[symbols] ?? []))
        })

    static let one = Route(
        .get, "/api/v1/rates/{code}", summary: "One rate.", parameters: [code],
        answers: .data(rates.nullable, example: oneExample), immediate: { _ in .success(Rates?.none) })

    static let oneExample = AnswerExample(
        "None", target: "/api/v1/rates/JPY",
        answer: #"{"success":true,"data":null,"timestamp":"2026-10-30T15:00:00Z","version":"v1"}"#)

    static let csv = Route(
        .get, "/export", summary: "As lines.", parameters: [day],
        answers: .document(.array(of: .integer())).or(.media("text/csv; charset=utf-8", "Lines.")),
        handler: { _ in .bytes(ByteBuffer(string: "a,b\n"), mediaType: "text/csv; charset=utf-8") })

    static let select = Route(
        .post, "/api/v1/selections", summary: "Selects.", parameters: [user, amount, key],
        answers: .data(.object(["id": .string("Its name.")]), status: .created, example: selectExample)
            .withHeader("Location", .string("Where it is.")),
        errors: [.databaseUnavailable],
        handler: { _ in
            EdgeReply.success(["id": "1"], status: .created).settingHeader("Location", to: "/api/v1/selections/1")
        })

    static let selectExample = AnswerExample(
        "A choice", target: "/api/v1/selections", body: #"{"user_id":"u1"}"#, headers: ["Idempotency-Key": "k1"],
        answer: #"{"success":true,"data":{"id":"1"},"timestamp":"2026-10-30T15:00:00Z","version":"v1"}"#)

    static let drop = Route(
        .delete, "/api/v1/cache", summary: "Drops it.", access: .requires(.admin),
        answers: .data(.object(["dropped": .integer()])), immediate: { _ in .success(["dropped": "1"]) })

    struct Rates: JSONRepresentable, Sendable {
        let base: CurrencyCode
        let symbols: [CurrencyCode]

        func write(into writer: inout JSONWriter) {
            writer.object { object in
                object.member("base", base)
                object.object("rates") { rates in
                    for symbol in symbols { rates.member(symbol.description, ExactDecimal("1335.27")) }
                }
            }
        }
    }
}
