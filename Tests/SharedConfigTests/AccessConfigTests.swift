import Foundation
import SharedConfig
import Testing

@testable import SharedConfig

@Suite("settings of keys and limits")
struct AccessConfigTests {
    private func config(_ changes: [String: String]) throws -> AccessConfig {
        let general = SettingsGroup("General", SharedSettings.environment)
        let catalog = SettingsCatalog([general] + AccessSettings.groups)
        return try AccessConfig(SettingsReader(environment: changes).read(catalog))
    }

    @Test("limits follow the environment")
    func limits() throws {
        #expect(try config([:]).limits == nil)
        for (environment, perMinute) in [("dev", 100), ("staging", 500), ("prod", 2_000)] {
            let limits = try config(["ENVIRONMENT": environment]).limits
            #expect(limits?.perMinute == perMinute && limits?.anonymousPerHour == 1_000)
            #expect(limits?.standardPerHour == 5_000 && limits?.premiumPerHour == 10_000)
        }
        let set = try config(["RATE_LIMITS": "true", "RATE_LIMIT_ANONYMOUS_PER_HOUR": "5"]).limits
        #expect(set?.anonymousPerHour == 5 && set?.perMinute == nil)
        #expect(try config(["ENVIRONMENT": "prod", "RATE_LIMITS": "false"]).limits == nil)
    }

    @Test("keys are in the data directory unless told otherwise")
    func keysFile() throws {
        let data = URL(filePath: "/var/lib/travel", directoryHint: .isDirectory)
        #expect(try config([:]).keysFile(in: data) == "/var/lib/travel/keys.json")
        #expect(try config(["KEYS_FILE": "/etc/travel/keys.json"]).keysFile(in: data) == "/etc/travel/keys.json")
    }

    @Test("a key set needs the issuer and the audience of its tokens")
    func tokens() throws {
        let whole = [
            "JWT_JWKS_URL": "https://id.example/jwks.json", "JWT_ISSUER": "https://id.example/",
            "JWT_AUDIENCE": "travel",
        ]
        let tokens = try #require(try config(whole).tokens)
        #expect(
            tokens.issuer == "https://id.example/" && tokens.audience == "travel" && tokens.clockSkew == .seconds(60))
        #expect(tokens.keySet == .address(try #require(URL(string: "https://id.example/jwks.json"))))
        for (name, value) in [
            ("JWT_ISSUER", nil), ("JWT_AUDIENCE", nil), ("JWT_JWKS_URL", nil), ("JWT_JWKS_FILE", "jwks.json"),
        ] as [(String, String?)] {
            var changed = whole
            changed[name] = value
            #expect(throws: ConfigurationProblems.self) { _ = try config(changed) }
        }
        #expect(try config([:]).tokens == nil)
    }

    @Test(
        "an address of keys that anyone on the way could change is refused",
        arguments: [
            ("https://id.example/jwks", true), ("http://127.0.0.1:8080/jwks", true), ("http://localhost/jwks", true),
            ("http://[::1]:8080/jwks", true), ("http://id.example/jwks", false),
            ("http://127.0.0.1.example/jwks", false),
            ("https://user:word@id.example/jwks", false), ("file:///etc/jwks", false), ("jwks", false),
        ])
    func addresses(_ url: String, _ isAccepted: Bool) {
        let given = ["JWT_JWKS_URL": url, "JWT_ISSUER": "i", "JWT_AUDIENCE": "a"]
        if isAccepted {
            #expect(throws: Never.self) { _ = try config(given) }
        } else {
            #expect(throws: ConfigurationProblems.self) { _ = try config(given) }
        }
    }

    @Test("proxies are addresses or ranges of them")
    func proxies() throws {
        #expect(try config([:]).trustedProxies.isEmpty)
        let given = try config(["TRUSTED_PROXIES": "10.128.0.0/9, 192.0.2.1,2001:db8::/32"]).trustedProxies
        #expect(given == ["10.128.0.0/9", "192.0.2.1", "2001:db8::/32"])
        for wrong in [
            "proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/129", "10.0.0.1/8", "2001:db8::1/32",
            "10.0.0.0/8/8",
        ] {
            #expect(throws: ConfigurationProblems.self) { _ = try config(["TRUSTED_PROXIES": wrong]) }
        }
    }
}
