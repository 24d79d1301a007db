import HTTPTypes
import Testing

@testable import SharedHTTP

@Suite("Headers that keep browsers from guessing")
struct SecurityHeadersTests {
    private func applied(_ headers: SecurityHeaders, to fields: HTTPFields = [:]) -> [String: String] {
        var fields = fields
        headers.apply(to: &fields)
        return Dictionary(fields.map { ($0.name.canonicalName, $0.value) }, uniquingKeysWith: { $0 + " and " + $1 })
    }

    @Test("data may not be loaded from, run, framed, guessed at or read by other sites")
    func data() {
        #expect(
            applied(SecurityHeaders()) == [
                "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
                "cross-origin-resource-policy": "same-origin",
                "referrer-policy": "no-referrer",
                "x-content-type-options": "nosniff",
                "x-frame-options": "DENY",
            ])
    }

    @Test("a page brings its own policy")
    func page() {
        let headers = applied(SecurityHeaders(), to: [.contentSecurityPolicy: "default-src 'self'"])
        #expect(headers["content-security-policy"] == "default-src 'self'")
        #expect(headers["x-frame-options"] == "DENY")
    }

    @Test("where every page may read answers, every page may show pictures among them")
    func resources() {
        let listed = AllowedOrigins.only(["https://page.example"])
        #expect(applied(SecurityHeaders(origins: .any))["cross-origin-resource-policy"] == "cross-origin")
        #expect(applied(SecurityHeaders(origins: listed))["cross-origin-resource-policy"] == "same-origin")
    }

    @Test("TLS is demanded only where it is set")
    func strictTransport() {
        #expect(applied(SecurityHeaders())["strict-transport-security"] == nil)
        let headers = applied(SecurityHeaders(strictTransport: .seconds(31_536_000)))
        #expect(headers["strict-transport-security"] == "max-age=31536000")
    }
}
