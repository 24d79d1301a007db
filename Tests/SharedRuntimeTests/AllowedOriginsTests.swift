import HTTPTypes
import SharedConfig
import SharedHTTP
import Testing

@testable import SharedRuntime

@Suite("Whose pages may read, from the setting to the answer")
struct AllowedOriginsTests {
    /// What the edge says of cross-origin requests when the setting has this text.
    private func crossOrigin(_ text: String) throws -> CrossOrigin {
        let catalog = SharedSettings.catalog(for: .history, peers: [])
        let settings = try SettingsReader(environment: ["CORS_ALLOWED_ORIGINS": text]).read(catalog)
        var config = HostConfig(common: try CommonConfig(settings))
        config.crossOrigin = try CrossOriginConfig(settings)
        return EdgeSettings(config, portSetting: "HISTORY_HTTP_PORT").commonHeaders.crossOrigin
    }

    private func allowed(_ crossOrigin: CrossOrigin, _ origin: String) -> String? {
        var headers: HTTPFields = [:]
        crossOrigin.apply(to: &headers, origin: origin)
        return headers[.accessControlAllowOrigin]
    }

    // As browsers send them: the URL standard, "serialization of an origin".
    private static let sent = [
        "https://travel.example", "http://travel.example", "https://travel.example:8443", "http://127.0.0.1:5173",
        "http://localhost:3000", "http://[::1]:3000", "https://xn--hj2b06j4pt.example", "https://a-b.c.example:1",
    ]

    @Test("every origin that a browser sends can be set, and its pages, and no others, may then read", arguments: sent)
    func listed(origin: String) throws {
        let crossOrigin = try crossOrigin(origin)
        for other in Self.sent + ["null"] { #expect(allowed(crossOrigin, other) == (other == origin ? origin : nil)) }
        let all = try self.crossOrigin(Self.sent.joined(separator: ","))
        #expect(allowed(all, origin) == origin)
    }

    @Test("a star is every origin, an empty list none")
    func extremes() throws {
        let (every, none) = (try crossOrigin("*"), try crossOrigin(""))
        for origin in Self.sent + ["null"] {
            #expect(allowed(every, origin) == "*")
            #expect(allowed(none, origin) == nil)
        }
    }

    // Such an entry could be set but would never be what a browser sends.
    @Test(
        "what no browser sends cannot be set",
        arguments: [
            "https://travel.example/", "https://travel.example:443", "http://travel.example:80",
            "https://TRAVEL.example", "HTTPS://travel.example", "https://travel.example:08443",
            "https://travel.example:70000", "https://user@travel.example", "https://travel.example#top",
            "https://tr%61vel.example", "https://트래블.example", "*,https://travel.example",
        ])
    func neverSent(text: String) {
        #expect(throws: ConfigurationProblems.self) { try crossOrigin(text) }
    }
}
