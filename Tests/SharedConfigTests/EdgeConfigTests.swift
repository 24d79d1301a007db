import SharedConfig
import Testing

@Suite("settings of the edge")
struct EdgeConfigTests {
    private let catalog = SharedSettings.catalog(for: .history, peers: [])

    private func settings(_ environment: [String: String]) throws -> Settings {
        try SettingsReader(environment: environment).read(catalog)
    }

    @Test(
        "sampling follows the environment",
        arguments: [("local", 100), ("dev", 100), ("staging", 10), ("prod", 1)])
    func sampling(_ environment: String, _ percent: Int) throws {
        let config = try TelemetryConfig(settings(["ENVIRONMENT": environment]))
        #expect(config.samplePercent == percent)
        #expect(config.endpoint == nil)
    }

    @Test("pages of every origin may ask where nobody else is to be protected")
    func originsByEnvironment() throws {
        #expect(try CrossOriginConfig(settings([:])).allowedOrigins == ["*"])
        #expect(try CrossOriginConfig(settings(["ENVIRONMENT": "prod"])).allowedOrigins.isEmpty)
    }

    @Test(
        "an origin is written as browsers send it",
        arguments: [
            "https://travel.example", "http://127.0.0.1:5173", "https://a.example,https://b.example:8443",
            "http://[::1]:3000", "https://xn--hj2b06j4pt.example", "*", "",
        ])
    func goodOrigins(_ text: String) throws {
        let origins = try CrossOriginConfig(settings(["CORS_ALLOWED_ORIGINS": text])).allowedOrigins
        #expect(origins == text.split(separator: ",").map(String.init))
    }

    @Test(
        "anything else is refused by name",
        arguments: [
            "travel.example", "https://travel.example/", "https://Travel.example", "https://travel.example:443",
            "http://travel.example:80", "https://u@travel.example", "null", "ftp://travel.example", "https://",
            "https://travel.example?x", "https://*.example", "*,https://travel.example",
            "https://트래블.example", "https://tr%61vel.example", "https://travel.example:70000",
            "https://travel.example:0",
        ])
    func badOrigins(_ text: String) {
        #expect {
            _ = try CrossOriginConfig(settings(["CORS_ALLOWED_ORIGINS": text]))
        } throws: { error in
            "\(error)".contains("CORS_ALLOWED_ORIGINS")
        }
    }

    @Test(
        "what peers said outlives a restart where restarts are somebody's trouble",
        arguments: [
            ("local", CachingConfig.Durability.memory), ("dev", .memory), ("staging", .store), ("prod", .store),
        ])
    func durability(_ environment: String, _ expected: CachingConfig.Durability) throws {
        #expect(try CachingConfig(settings(["ENVIRONMENT": environment])).durability == expected)
    }
}
