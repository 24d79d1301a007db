import Foundation
import HTTPTypes
import Logging
import NIOCore
import SharedDomain
import SharedTesting
import Testing

@testable import SharedHTTP

/// Shapes and codes are those of the public contract.
@Suite("The envelope")
struct EnvelopeTests {
    @Test("a success is wrapped, and stamped with the time of the service")
    func success() async throws {
        let answer = try await TestEdge().ask("/api/v1/currencies/usd")
        #expect(answer.status == 200)
        #expect(
            answer.text
                == #"{"success":true,"data":{"code":"USD"},"timestamp":"2026-10-30T15:00:00Z","version":"v1"}"#)
        #expect(answer.headers[.contentType] == "application/json")
        #expect(answer.headers[.contentLength] == "\(answer.body.readableBytes)")
    }

    @Test("an error names the parameter, what was provided, what was expected, and a trace")
    func failure() async throws {
        let answer = try await TestEdge().ask(
            "/api/v1/latest?limit=0", headers: [.traceParent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"]
        )
        #expect(answer.status == 400)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(
            answer.text == """
                {"success":false,"data":null,"error":{"code":"INVALID_PARAMETER",\
                "message":"Parameter 'limit' is '0', expected a whole number from 1 to 50.",\
                "details":{"expected":"a whole number from 1 to 50","parameter":"limit","provided":"0"},\
                "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"},"timestamp":"2026-10-30T15:00:00Z"}
                """)
    }

    @Test("the oldest paths answer without an envelope")
    func raw() async throws {
        let answer = try await TestEdge().ask("/ranks/today")
        #expect(answer.text == #"[{"country":"JP","count":2}]"#)
    }

    @Test("other media types are sent as they are, under their own name")
    func otherMediaType() async throws {
        let route = Route(
            .get, "/x.csv", summary: "CSV.",
            immediate: { _ in .bytes(ByteBuffer(string: "a,b\r\n"), mediaType: "text/csv; charset=utf-8") })
        let answer = try await TestEdge([route]).ask("/x.csv")
        #expect(answer.text == "a,b\r\n")
        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
    }

    @Test("a header cannot be broken out of")
    func headerInjection() async throws {
        let route = Route(
            .get, "/x", summary: "A header.",
            immediate: { _ in EdgeReply.raw(1).settingHeader("X-Name", to: "a\r\nSet-Cookie: b\u{0}") })
        let answer = try await TestEdge([route]).ask("/x")
        let name = try #require(HTTPField.Name("X-Name"))
        #expect(answer.headers[name] == "a  Set-Cookie: b")
    }

    @Test("a reply may have another status and further headers")
    func statusAndHeaders() async throws {
        let answer = try await TestEdge().post(
            "/api/v1/selections", #"{"user_id":"u1","country_code":"jp","session_id":null}"#)
        #expect(answer.status == 201)
        #expect(answer.headers[.location] == "/api/v1/selections/1")
        let data = try answer.data
        #expect(data["country"] as? String == "JP")
        #expect(data["session"] is NSNull)
    }

    @Test("an error nobody foresaw is an internal error that leaks nothing, and its cause is logged")
    func unforeseen() async throws {
        let test = try TestEdge()
        let answer = try await test.ask("/api/v1/fails")
        #expect(answer.status == 500)
        #expect(try answer.code == "INTERNAL_ERROR")
        #expect(!answer.text.contains("SELECT") && !answer.text.contains("Unforeseen"))
        let line = try #require(test.logs.lines.first { $0.level == .error })
        #expect(line.metadata["cause"]?.contains("SELECT * FROM users") == true)
    }

    @Test("every code has the status of the contract", arguments: statuses)
    func status(code: ErrorCode, status: Int) async throws {
        let route = Route(.get, "/x", summary: "Fails.", handler: { _ in throw ServiceError(code, "No.") })
        let answer = try await TestEdge([route]).ask("/x")
        #expect(answer.status == status)
        #expect(try answer.code == code.rawValue)
        let mayRetry = status == 503 || status == 429
        #expect((answer.headers[.retryAfter] == "5") == mayRetry)
    }

    @Test("the table of codes is complete")
    func complete() {
        #expect(Set(statuses.map(\.0)) == Set(ErrorCode.allCases))
    }
}

private let statuses: [(ErrorCode, Int)] = [
    (.missingParameter, 400), (.invalidParameter, 400), (.invalidCurrencyCode, 400), (.invalidCountryCode, 400),
    (.invalidPeriod, 400), (.invalidDate, 400), (.unauthorized, 401), (.forbidden, 403), (.notFound, 404),
    (.methodNotAllowed, 405), (.payloadTooLarge, 413), (.unsupportedMediaType, 415), (.rateLimitExceeded, 429),
    (.internalError, 500), (.dataNotReady, 503), (.databaseUnavailable, 503), (.cacheUnavailable, 503),
    (.externalAPIError, 503),
]
