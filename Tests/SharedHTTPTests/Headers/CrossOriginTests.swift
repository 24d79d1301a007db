import HTTPTypes
import Testing

@testable import SharedHTTP

/// Expected values from the Fetch standard, section 3.3.
@Suite("Pages of other origins")
struct CrossOriginTests {
    private let page = "https://page.example"

    private func only(_ texts: String...) -> CrossOrigin {
        CrossOrigin(AllowedOrigins(texts))
    }

    private func applied(_ crossOrigin: CrossOrigin, _ origin: String?, to headers: HTTPFields = [:]) -> HTTPFields {
        var headers = headers
        crossOrigin.apply(to: &headers, origin: origin)
        return headers
    }

    @Test("a page of a listed origin may read the answer and the headers a client needs")
    func listed() throws {
        let headers = applied(only(page, "http://localhost:5173"), page)
        #expect(headers[.accessControlAllowOrigin] == page)
        #expect(headers[.vary] == "Origin")
        #expect(headers[.accessControlAllowCredentials] == nil)
        let exposed = try #require(headers[.accessControlExposeHeaders])
        for name in ["X-Correlation-ID", "ETag", "X-RateLimit-Remaining", "Retry-After"] {
            #expect(exposed.contains(name))
        }
    }

    @Test(
        "a page of another origin gets only the word that the answer depends on it",
        arguments: [
            "https://other.example", "https://page.example:8443", "http://page.example", "https://page.example/",
            "https://page.example.evil.example", "https://PAGE.example", "null", "*", "", nil,
        ])
    func notListed(origin: String?) {
        #expect(applied(only(page), origin) == [.vary: "Origin"])
    }

    @Test("where every origin may read, the answer is the same for all and may be kept for all")
    func any() {
        for origin in [page, "null", nil] {
            let headers = applied(CrossOrigin(.any), origin)
            #expect(headers[.accessControlAllowOrigin] == "*")
            #expect(headers[.accessControlExposeHeaders]?.contains("ETag") == true)
            #expect(headers[.vary] == nil)
        }
    }

    @Test("a list of settings is none, any or these")
    func lists() {
        #expect(AllowedOrigins([]) == .none)
        #expect(AllowedOrigins(["*"]) == .any)
        #expect(AllowedOrigins([page]) == .only([page]))
    }

    @Test("without allowed origins nothing is said")
    func none() {
        #expect(applied(CrossOrigin(.none), page).isEmpty)
    }

    @Test("what the answer depends on besides stays")
    func vary() {
        let headers = applied(only(page), page, to: [.vary: "Accept-Encoding, Accept-Language"])
        #expect(headers[.vary] == "Accept-Encoding, Accept-Language, Origin")
    }

    @Test("a preflight is told the methods of the path and the headers it may set")
    func preflight() throws {
        let request: HTTPFields = [
            .origin: page, .accessControlRequestMethod: "DELETE", .accessControlRequestHeaders: "authorization",
        ]
        for crossOrigin in [only(page), CrossOrigin(.any)] {
            let headers = crossOrigin.optionsHeaders(request, methods: [.get, .delete])
            #expect(headers[.accessControlAllowMethods] == "GET, HEAD, DELETE, OPTIONS")
            #expect(headers[.allow] == "GET, HEAD, DELETE, OPTIONS")
            #expect(headers[.accessControlMaxAge] == "7200")
            let names = try #require(headers[.accessControlAllowHeaders]).split(separator: ", ")
            #expect(
                Set(names).isSuperset(of: [
                    "Authorization", "Content-Type", "Idempotency-Key", "X-Correlation-ID", "If-None-Match",
                    "traceparent",
                ]))
        }
    }

    @Test("what is no preflight, or comes from an origin that is not allowed, is told the methods only")
    func options() {
        let others: [HTTPFields] = [
            [:], [.origin: page], [.accessControlRequestMethod: "GET"],
            [.origin: "https://other.example", .accessControlRequestMethod: "GET"],
        ]
        for request in others {
            #expect(only(page).optionsHeaders(request, methods: [.post]) == [.allow: "POST, OPTIONS"])
        }
        let preflight: HTTPFields = [.origin: page, .accessControlRequestMethod: "POST"]
        #expect(CrossOrigin(.none).optionsHeaders(preflight, methods: [.post]) == [.allow: "POST, OPTIONS"])
    }
}
