import Foundation
import HTTPTypes
import Logging
import NIOCore
import ServiceContextModule
import SharedDomain
import SharedTelemetry
import SharedTesting
import Testing

@testable import SharedHTTP

@Suite("What the edge does for every request")
struct EdgeBehaviourTests {
    @Test(
        "an unknown path is a 404 in the envelope",
        arguments: ["/", "/api/v1", "/api/v1/nothing", "//health", "/health/x", "*"])
    func unknownPath(path: String) async throws {
        let answer = try await TestEdge().ask(path)
        #expect(answer.status == 404)
        #expect(try answer.code == "NOT_FOUND")
        #expect(answer.headers[.cacheControl] == "no-store")
    }

    @Test("a slash at the end makes no difference")
    func slashAtEnd() async throws {
        #expect(try await TestEdge().ask("/api/v1/currencies/USD/").status == 200)
    }

    @Test("a known path with another method is a 405 that names the methods allowed")
    func wrongMethod() async throws {
        let test = try TestEdge()
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .trace, .connect] {
            let answer = try await test.ask("/api/v1/latest", method)
            #expect(answer.status == 405)
            #expect(try answer.code == "METHOD_NOT_ALLOWED")
            #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
            #expect(
                try answer.details == [
                    "parameter": "method", "provided": method.rawValue, "expected": "GET, HEAD, OPTIONS",
                ])
        }
        #expect(try await test.ask("/api/v1/selections").headers[.allow] == "POST, OPTIONS")
        let invented = try #require(HTTPRequest.Method("BREW"))
        #expect(try await test.ask("/api/v1/selections", invented).status == 405)
    }

    @Test("OPTIONS names the methods of a path, or of the server, without a body")
    func options() async throws {
        let test = try TestEdge()
        let answer = try await test.ask("/api/v1/latest", .options)
        #expect(answer.status == 204)
        #expect(answer.body.readableBytes == 0)
        #expect(answer.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(answer.headers[.contentLength] == nil)
        #expect(answer.headers[.correlationID] != nil)
        #expect(try await test.ask("*", .options).headers[.allow] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
        #expect(try await test.ask("/nothing", .options).status == 404)
    }

    @Test("a literal path wins over a parameter")
    func precedence() async throws {
        let answer = try await TestEdge().ask("/api/v1/currencies/all")
        #expect(try answer.data["all"] as? Bool == true)
    }

    @Test(
        "HEAD answers as GET does, without the body",
        arguments: ["/api/v1/currencies/USD", "/api/v1/latest", "/health"])
    func head(path: String) async throws {
        let test = try TestEdge()
        let get = try await test.ask(path)
        let head = try await test.ask(path, .head)
        #expect(head.status == 200)
        #expect(head.body.readableBytes == 0)
        #expect(head.headers[.contentLength] == "\(get.body.readableBytes)")
        #expect(head.headers[.contentType] == get.headers[.contentType])
    }

    @Test("HEAD of what is wrong has the status of the error and no body")
    func headOfError() async throws {
        let answer = try await TestEdge().ask("/nothing", .head)
        #expect(answer.status == 404)
        #expect(answer.body.readableBytes == 0)
    }

    @Test(
        "a well-formed correlation id is taken, and returned on every answer",
        arguments: ["/health", "/nothing", "/api/v1/fails"])
    func correlationTaken(path: String) async throws {
        let id = String(repeating: "aZ9._-", count: 21)
        let answer = try await TestEdge().ask(path, headers: [.correlationID: id])
        #expect(answer.headers[.correlationID] == id)
    }

    @Test(
        "a malformed correlation id is replaced",
        arguments: ["", "a b", "a\"b", "é", String(repeating: "a", count: 129)])
    func correlationReplaced(id: String) async throws {
        let answer = try await TestEdge().ask("/health", headers: [.correlationID: id])
        let made = try #require(answer.headers[.correlationID])
        #expect(made != id)
        #expect(CorrelationID.isValid(made))
    }

    @Test("without a correlation id each request gets its own")
    func correlationMade() async throws {
        let test = try TestEdge()
        let first = try await test.ask("/nothing")
        let second = try await test.ask("/nothing", .delete)
        #expect(first.headers[.correlationID] != second.headers[.correlationID])
    }

    @Test("without a traceparent a trace is begun, returned on the answer and named by an error")
    func traceMade() async throws {
        let answer = try await TestEdge().ask("/nothing")
        let made = try #require(answer.headers[.traceParent].flatMap(TraceParent.init))
        #expect(try answer.error["trace_id"] as? String == made.traceID)
        #expect(try await TestEdge().ask("/health").headers[.traceParent] != nil)
    }

    @Test("the trace of a traceparent is what an error names")
    func traceParent() async throws {
        // The example of W3C Trace Context, section 3.2.
        let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
        let answer = try await TestEdge().ask("/nothing", headers: [.traceParent: trace])
        #expect(try answer.error["trace_id"] as? String == "4bf92f3577b34da6a3ce929d0e0e4736")
        let continued = try #require(answer.headers[.traceParent].flatMap(TraceParent.init))
        #expect(continued.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
        #expect(continued.spanID != "00f067aa0ba902b7")
        let malformed = try await TestEdge().ask("/nothing", headers: [.traceParent: "00-zz"])
        #expect(malformed.headers[.traceParent].flatMap(TraceParent.init) != nil)
    }

    @Test("a handler runs in the context of its request")
    func context() async throws {
        let route = Route(
            .get, "/context", summary: "Shows the context.",
            handler: { request in
                let context = ServiceContext.current
                return EdgeReply.success(
                    Echo([
                        ("correlation", context?.correlationID), ("trace", context?.traceParent?.traceID),
                        ("same", context?.correlationID == request.correlationID.value),
                        ("agent", request.header("user-agent")), ("route", request.route),
                        ("received", request.receivedAt), ("peer", request.peerAddress),
                    ]))
            })
        let answer = try await TestEdge([route]).ask("/context", headers: [.correlationID: "c-7", .userAgent: "test"])
        let data = try answer.data
        #expect(data["correlation"] as? String == "c-7")
        #expect(data["trace"] as? String == answer.headers[.traceParent].flatMap(TraceParent.init)?.traceID)
        #expect(data["same"] as? Bool == true)
        #expect(data["agent"] as? String == "test")
        #expect(data["route"] as? String == "/context")
        #expect(data["received"] as? String == "2026-10-30T15:00:00Z")
    }

    @Test("names are in the language of lang, else of Accept-Language, else Korean", arguments: languages)
    func language(query: String, header: String?, expected: String) async throws {
        let headers: HTTPFields = header.map { [.acceptLanguage: $0] } ?? [:]
        let answer = try await TestEdge().ask("/api/v1/latest\(query)", headers: headers)
        #expect(try answer.data["language"] as? String == expected)
    }

    @Test("decimals are strings when numbers=string, without the handler's doing")
    func numberStyle() async throws {
        let test = try TestEdge()
        let target = "/api/v1/convert?from=USD&amount=0012.50"
        #expect(try await test.ask(target).status == 400)
        let number = try await test.ask("/api/v1/convert?from=USD&amount=12.50")
        #expect(number.text.contains(#""amount":12.50,"#))
        let string = try await test.ask("/api/v1/convert?from=USD&amount=12.50&numbers=string")
        #expect(string.text.contains(#""amount":"12.50","#))
        #expect(string.text.contains(#""precision":10"#))
    }

    @Test("a list keeps its order and loses what is repeated; codes may be in small letters")
    func list() async throws {
        let answer = try await TestEdge().ask("/api/v1/latest?symbols=usd,JPY,USD&limit=50")
        #expect(try answer.data["symbols"] as? [String] == ["USD", "JPY"])
        #expect(try answer.data["limit"] as? Int == 50)
        #expect(try answer.data["period"] as? String == "1m")
    }

    @Test(
        "a body of another media type is a 415",
        arguments: [
            nil, "", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=euc-kr",
            "application/jsonp", "text/application/json", "application/json, text/plain",
        ] as [String?])
    func mediaType(type: String?) async throws {
        var headers: HTTPFields = [:]
        headers[.contentType] = type
        let answer = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: headers, body: #"{"user_id":"u","country_code":"JP"}"#)
        #expect(answer.status == 415)
        #expect(try answer.code == "UNSUPPORTED_MEDIA_TYPE")
        #expect(try answer.details["parameter"] == "Content-Type")
    }

    @Test(
        "JSON in UTF-8 is taken, however it is written",
        arguments: [
            "application/json", "Application/JSON", "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"",
            "application/json; profile=x",
        ])
    func acceptedMediaType(type: String) async throws {
        let answer = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: [.contentType: type], body: #"{"user_id":"u","country_code":"JP"}"#)
        #expect(answer.status == 201)
    }

    @Test("a compressed body is a 415")
    func compressed() async throws {
        let answer = try await TestEdge().ask(
            "/api/v1/selections", .post, headers: [.contentType: "application/json", .contentEncoding: "gzip"],
            body: "{}")
        #expect(answer.status == 415)
        #expect(try answer.details["parameter"] == "Content-Encoding")
    }

    @Test("no body where fields are required names the first that is missing")
    func noBody() async throws {
        let answer = try await TestEdge().ask("/api/v1/selections", .post)
        #expect(answer.status == 400)
        #expect(try answer.code == "MISSING_PARAMETER")
    }

    @Test("a GET with a body is refused, whatever the body is", arguments: ["application/json", "text/plain"])
    func bodyOfGet(mediaType: String) async throws {
        let edge = try TestEdge()
        for _ in 0..<2 {
            let answer = try await edge.ask(
                "/api/v1/latest", .get, headers: [.contentType: mediaType], body: #"{"limit":5}"#)
            #expect(answer.status == 400)
            #expect(try answer.details["parameter"] == "body")
            // The same target without a body is remembered, and answered.
            #expect(try await edge.ask("/api/v1/latest").status == 200)
        }
    }

    @Test("a body of exactly the bound is read, one byte more is a 413")
    func bodyBound() async throws {
        let body = #"{"user_id":"u","country_code":"JP"}"#
        let exact = try TestEdge(adjust: { $0.maximumBodyBytes = body.utf8.count })
        #expect(try await exact.post("/api/v1/selections", body).status == 201)
        let less = try TestEdge(adjust: { $0.maximumBodyBytes = body.utf8.count - 1 })
        let answer = try await less.post("/api/v1/selections", body)
        #expect(answer.status == 413)
        #expect(try answer.code == "PAYLOAD_TOO_LARGE")
        #expect(try answer.details["expected"] == "at most \(body.utf8.count - 1) bytes")
        #expect(answer.headers[.correlationID] != nil)
    }
}

/// Weights as in RFC 9110, section 12.4.2.
private let languages: [(String, String?, String)] = [
    ("", nil, "ko"), ("?lang=en", nil, "en"), ("?lang=ko", "en", "ko"), ("", "en", "en"), ("", "en-GB,ko;q=0.8", "en"),
    ("", "fr, de;q=0.9", "ko"), ("", "ko;q=0.5, en;q=0.7", "en"), ("", "en;q=0, ko", "ko"), ("", "*", "ko"),
    ("", "EN", "en"), ("", "en;q=2", "ko"), ("", ";;,,", "ko"), ("", "en;q=x", "en"),
]
