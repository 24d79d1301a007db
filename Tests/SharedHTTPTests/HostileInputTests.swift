import Foundation
import HTTPTypes
import NIOCore
import SharedHTTP
import SharedTesting
import Testing

/// Section 0 of the contract: bad input gets a clear 4xx that names the parameter, never a 500, never a default.
@Suite("Hostile input")
struct HostileInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let target: String
        let code: String
        let parameter: String
        var testDescription: String { String(target.prefix(80)) }
    }

    @Test("a query that is wrong is refused by the name of what is wrong", arguments: queries)
    func query(_ item: Case) async throws {
        let answer = try await TestEdge().ask(item.target)
        #expect(answer.status == 400)
        #expect(try answer.code == item.code)
        #expect(try answer.details["parameter"] == item.parameter)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.body.readableBytes < 1024, "what was provided is repeated in bounds")
    }

    @Test("a body that is wrong is refused by the name of what is wrong", arguments: bodies)
    func body(text: String, code: String, parameter: String) async throws {
        let answer = try await TestEdge().post("/api/v1/selections", text)
        #expect(answer.status == 400)
        #expect(try answer.code == code)
        #expect(try answer.details["parameter"] == parameter)
        #expect(answer.body.readableBytes < 1024)
    }

    @Test("a body that is not UTF-8 is refused")
    func invalidUTF8() async throws {
        var bytes = ByteBuffer(string: #"{"user_id":""#)
        bytes.writeBytes([0xC3, 0x28])
        bytes.writeString(#"","country_code":"JP"}"#)
        let answer = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: [.contentType: "application/json"], bytes: bytes)
        #expect(answer.status == 400)
        #expect(
            try answer.error["message"] as? String
                == "The body is not valid JSON: a string is not valid UTF-8, at byte 12.")
    }

    @Test("an unknown query parameter is refused with the names of those allowed")
    func unknownParameter() async throws {
        let answer = try await TestEdge().ask("/api/v1/latest?symbol=USD")
        #expect(
            try answer.error["message"] as? String
                == "Unknown query parameter 'symbol'. Allowed: lang, limit, period, symbols.")
        let none = try await TestEdge().ask("/health/live?x=1")
        #expect(try none.error["message"] as? String == "Unknown query parameter 'x'. Allowed: none.")
    }

    @Test("an unknown field is refused with the names of those allowed")
    func unknownField() async throws {
        let answer = try await TestEdge().post("/api/v1/selections", #"{"user_id":"u","country_code":"JP","x":1}"#)
        #expect(
            try answer.error["message"] as? String
                == "Unknown field 'x'. Allowed: country_code, session_id, user_id.")
    }

    @Test("a fault in an element of a list in the body is found by the handler, in the same words")
    func elementOfList() async throws {
        let good = try await TestEdge().post("/api/v1/batch", #"{"requests":[{"from":"USD"},{"from":"EUR"}]}"#)
        #expect(try good.data["codes"] as? [String] == ["USD", "EUR"])
        for body in [#"{"requests":[{"from":"XX"}]}"#, #"{"requests":[{}]}"#, #"{"requests":[{"from":"USD","x":1}]}"#] {
            #expect(try await TestEdge().post("/api/v1/batch", body).status == 400)
        }
        for body in [#"{"requests":[]}"#, #"{"requests":[{},{},{}]}"#, #"{"requests":[1]}"#, #"{"requests":{}}"#] {
            let answer = try await TestEdge().post("/api/v1/batch", body)
            #expect(try answer.details["parameter"] == "requests")
            #expect(try answer.details["expected"] == "an array of 1 to 2 objects")
        }
    }

    @Test("a header parameter is checked like any other")
    func header() async throws {
        let key = try #require(HTTPField.Name("Idempotency-Key"))
        let body = #"{"user_id":"u","country_code":"JP"}"#
        let good = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: [.contentType: "application/json", key: "k-1"], body: body)
        #expect(try good.data["key"] as? String == "k-1")
        let bad = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: [.contentType: "application/json", key: "k 1"], body: body)
        #expect(try bad.details["parameter"] == "Idempotency-Key")
    }
}

private let queries: [HostileInputTests.Case] = {
    typealias Case = HostileInputTests.Case
    let currencies = [
        "XXQ", "u s d", "%20USD", "USD%20", "", String(repeating: "U", count: 500), "US", "USDX", "U%00D",
    ]
    let amounts = [
        "NaN", "1e999", "-1", "10abc", "", "1,5", "+1", "0x10", "1e3", "1000000000000001", "Infinity", "%201",
    ]
    let days = [
        "2010-31-01", "0000-00-00", "9999-01-01", "2026-02-30", "2026-2-3", "20260203", "today", "",
        "2026-10-30T00:00:00Z",
        "-2026-10-30",
    ]
    let limits = ["0", "-1", "1e9", "51", "ten", "", "1.0", "+5", "007", "%31%30%30", "9223372036854775808"]
    let convert = "/api/v1/convert?from=USD&amount=1"
    var cases: [Case] = []
    for value in currencies {
        let code = value == "U%00D" ? "INVALID_PARAMETER" : "INVALID_CURRENCY_CODE"
        cases.append(
            Case(
                target: "/api/v1/convert?amount=1&from=\(value)".replacing(" ", with: "+"), code: code,
                parameter: value == "U%00D" ? "query" : "from"))
    }
    for value in amounts {
        cases.append(
            Case(target: "/api/v1/convert?from=USD&amount=\(value)", code: "INVALID_PARAMETER", parameter: "amount"))
    }
    for value in days {
        cases.append(Case(target: convert + "&date=\(value)", code: "INVALID_DATE", parameter: "date"))
    }
    for value in limits {
        cases.append(Case(target: "/api/v1/latest?limit=\(value)", code: "INVALID_PARAMETER", parameter: "limit"))
    }
    let others: [(String, String, String)] = [
        ("/api/v1/convert?from=USD", "MISSING_PARAMETER", "amount"),
        ("/api/v1/convert", "MISSING_PARAMETER", "from"),
        (convert + "&from=EUR", "INVALID_PARAMETER", "from"),
        (convert + "&precision=3", "INVALID_PARAMETER", "precision"),
        (convert + "&precision=13", "INVALID_PARAMETER", "precision"),
        (convert + "&numbers=strings", "INVALID_PARAMETER", "numbers"),
        ("/api/v1/latest?period=1M", "INVALID_PERIOD", "period"),
        ("/api/v1/latest?period=", "INVALID_PERIOD", "period"),
        ("/api/v1/latest?lang=fr", "INVALID_PARAMETER", "lang"),
        ("/api/v1/latest?symbols=USD,,JPY", "INVALID_CURRENCY_CODE", "symbols"),
        ("/api/v1/latest?symbols=", "INVALID_CURRENCY_CODE", "symbols"),
        ("/api/v1/latest?symbols=USD,JPY,EUR,GBP", "INVALID_PARAMETER", "symbols"),
        ("/api/v1/latest?symbols=USD,DROP%20TABLE", "INVALID_CURRENCY_CODE", "symbols"),
        ("/api/v1/latest?%F0%9F%92%A9=1", "INVALID_PARAMETER", "💩"),
        ("/api/v1/latest?limit=%", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?limit=%2", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?limit=%zz", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?limit=%ff", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?limit=%00", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?%C0%80=1", "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?" + String(repeating: "a=1&", count: 65), "INVALID_PARAMETER", "query"),
        ("/api/v1/latest?symbols=" + String(repeating: "A", count: 9000), "INVALID_PARAMETER", "URL"),
        ("/api/v1/currencies/xx", "INVALID_CURRENCY_CODE", "code"),
        ("/api/v1/currencies/%ff", "INVALID_PARAMETER", "path"),
        ("/api/v1/currencies/%00", "INVALID_PARAMETER", "path"),
        ("/api/v1/currencies/US%2FD", "INVALID_CURRENCY_CODE", "code"),
        ("/api/v1/currencies/..%2F..%2Fetc%2Fpasswd", "INVALID_CURRENCY_CODE", "code"),
    ]
    return cases + others.map { Case(target: $0.0, code: $0.1, parameter: $0.2) }
}()

private let bodies: [(String, String, String)] = [
    ("{", "INVALID_PARAMETER", "body"),
    (#"{"user_id":"u","country_code":"JP"}x"#, "INVALID_PARAMETER", "body"),
    (#"{"user_id":"u","user_id":"v","country_code":"JP"}"#, "INVALID_PARAMETER", "body"),
    (#"{"user_id":"a\u0000b","country_code":"JP"}"#, "INVALID_PARAMETER", "body"),
    ("{\"user_id\":\"a\u{0}b\",\"country_code\":\"JP\"}", "INVALID_PARAMETER", "body"),
    (String(repeating: "[", count: 50_000), "INVALID_PARAMETER", "body"),
    (#"{"user_id":"# + String(repeating: #"{"a":"#, count: 40) + "1", "INVALID_PARAMETER", "body"),
    ("[]", "INVALID_PARAMETER", "body"),
    (#""text""#, "INVALID_PARAMETER", "body"),
    ("null", "INVALID_PARAMETER", "body"),
    (" ", "INVALID_PARAMETER", "body"),
    ("{}", "MISSING_PARAMETER", "country_code"),
    (#"{"country_code":"JP"}"#, "MISSING_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":null}"#, "MISSING_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":1}"#, "INVALID_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":["u"]}"#, "INVALID_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":""}"#, "INVALID_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":"a\nb"}"#, "INVALID_PARAMETER", "user_id"),
    (#"{"country_code":"JP","user_id":"\#(String(repeating: "é", count: 101))"}"#, "INVALID_PARAMETER", "user_id"),
    (#"{"country_code":"XX","user_id":"u"}"#, "INVALID_COUNTRY_CODE", "country_code"),
    (#"{"country_code":"J P","user_id":"u"}"#, "INVALID_COUNTRY_CODE", "country_code"),
    (#"{"country_code":" jp","user_id":"u"}"#, "INVALID_COUNTRY_CODE", "country_code"),
    (#"{"country_code":true,"user_id":"u"}"#, "INVALID_COUNTRY_CODE", "country_code"),
    (#"{"country_code":"JP","user_id":"u","admin":true}"#, "INVALID_PARAMETER", "admin"),
    (#"{"country_code":"JP","user_id":"u","User_ID":"u"}"#, "INVALID_PARAMETER", "User_ID"),
]
