import SharedDomain
import SharedHTTP

/// Routes with a parameter of every kind, that answer what they were asked.
enum SampleRoutes {
    static let all = [convert, latest, one, list, select, raw, batch, fails]

    static let from = Parameter(required: "from", .currency, summary: "What is sold.")
    static let base = Parameter("base", .currency, default: .krw, summary: "What is bought.")
    static let amount = Parameter(required: "amount", .amount, summary: "How much.")
    static let date = Parameter(optional: "date", .day, summary: "When.")
    static let symbols = Parameter(optional: "symbols", .currencies(1...3), summary: "Which.")
    static let period = Parameter("period", .period, default: .oneMonth, summary: "How long.")
    static let limit = Parameter("limit", .integer(1...50), default: 10, summary: "How many.")
    static let code = Parameter(required: "code", in: .path, .currency, summary: "Which.")
    static let country = Parameter(required: "country_code", in: .body, .country, summary: "Where to.")
    static let user = Parameter(required: "user_id", in: .body, .text(1...100), summary: "Who.")
    static let session = Parameter(optional: "session_id", in: .body, .text(1...100), summary: "In which session.")
    static let key = Parameter(optional: "Idempotency-Key", in: .header, .token(1...64), summary: "The key.")
    static let requests = Parameter(required: "requests", in: .body, .objects(1...2), summary: "What to convert.")

    static let convert = Route(
        .get, "/api/v1/convert", summary: "Converts.",
        parameters: [from, base, amount, date, CommonParameter.numbers, CommonParameter.precision],
        immediate: { request in
            EdgeReply.success(
                Echo([
                    ("from", try request[from]), ("base", try request[base]), ("amount", try request[amount]),
                    ("date", try request[date]), ("precision", try request[CommonParameter.precision]),
                ]))
        })

    static let latest = Route(
        .get, "/api/v1/latest", summary: "The latest.", parameters: [symbols, period, limit, CommonParameter.language],
        handler: { request in
            EdgeReply.success(
                Echo([
                    ("symbols", try request[symbols] ?? []), ("period", try request[period]),
                    ("limit", try request[limit]), ("language", request.language.rawValue),
                ]))
        })

    static let one = Route(
        .get, "/api/v1/currencies/{code}", summary: "One.", parameters: [code],
        immediate: { request in EdgeReply.success(Echo([("code", try request[code])])) })

    static let list = Route(
        .get, "/api/v1/currencies/all", summary: "All.", immediate: { _ in EdgeReply.success(Echo([("all", true)])) })

    static let select = Route(
        .post, "/api/v1/selections", summary: "Selects.", parameters: [country, user, session, key],
        handler: { request in
            let echo = Echo([
                ("country", try request[country]), ("user", try request[user]), ("session", try request[session]),
                ("key", try request[key]),
            ])
            return EdgeReply.success(echo, status: .created).settingHeader("Location", to: "/api/v1/selections/1")
        })

    static let raw = Route(
        .get, "/ranks/today", summary: "Without envelope.",
        immediate: { _ in EdgeReply.raw([Echo([("country", "JP"), ("count", 2)])]) })

    static let batch = Route(
        .post, "/api/v1/batch", summary: "Several at once.", parameters: [requests],
        handler: { request in
            let fields = [Parameter(required: "from", in: .body, .currency, summary: "What is sold.")]
            let codes = try request[requests].map { try DecodedValues(of: $0, declared: fields)[fields[0]] }
            return EdgeReply.success(Echo([("codes", codes)]))
        })

    static let fails = Route(
        .get, "/api/v1/fails", summary: "Fails in a way nobody foresaw.",
        handler: { _ in throw Unforeseen(secret: "SELECT * FROM users") })

    struct Unforeseen: Error {
        let secret: String
    }
}

/// An object of named values.
struct Echo: JSONRepresentable, Sendable {
    let members: [(String, any JSONRepresentable & Sendable)]

    init(_ members: [(String, any JSONRepresentable & Sendable)]) {
        self.members = members
    }

    func write(into writer: inout JSONWriter) {
        writer.object { object in
            for (name, value) in members { object.member(name, value) }
        }
    }
}
