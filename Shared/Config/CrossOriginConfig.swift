import Foundation

/// Which web pages may read the answers, and what browsers are told beyond that.
package struct CrossOriginConfig: Sendable, Hashable {
    /// The origins whose pages may ask; `*` alone is every one.
    package static let allowedOrigins = EnvironmentSetting<[String]>(
        "CORS_ALLOWED_ORIGINS", .list(of: .origin, atMost: 64, acceptsEmpty: true),
        defaults: ByEnvironment(local: ["*"], dev: ["*"], staging: [], prod: []),
        summary: "The origins whose pages may read the answers (CORS); * for every one, empty for none")
    /// Whether browsers are told to use TLS only.
    package static let strictTransportSeconds = Setting<Int>(
        "HTTP_STRICT_TRANSPORT_SECONDS", .int(in: 0...63_072_000), default: 0,
        summary:
            "How long a browser is told to use nothing but TLS here (Strict-Transport-Security); 0 says nothing. Only "
            + "for services that are reached over TLS")

    /// Both, for help and documentation.
    static let group = SettingsGroup("Browsers", allowedOrigins, strictTransportSeconds)

    /// The origins whose pages may ask; `*` alone is every one.
    package var allowedOrigins: [String]
    /// For how many seconds a browser shall use TLS only; 0 says nothing.
    package var strictTransportSeconds: Int

    /// A configuration made by hand; what is left out is as in `local`.
    package init(allowedOrigins: [String] = ["*"], strictTransportSeconds: Int = 0) {
        self.allowedOrigins = allowedOrigins
        self.strictTransportSeconds = strictTransportSeconds
    }

    /// Takes the values out of the checked settings.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        let origins = try settings[Self.allowedOrigins]
        guard !origins.contains("*") || origins.count == 1 else {
            throw ConfigurationProblems(
                ConfigurationProblem(
                    Self.allowedOrigins.name, "holds * beside other origins: leave * alone, or remove it."))
        }
        self.init(
            allowedOrigins: origins, strictTransportSeconds: try settings[Self.strictTransportSeconds])
    }
}

extension SettingKind where Value == String {
    /// A web origin as browsers send it (Fetch, section 3.2): scheme and host in lower case, the port unless it is the
    /// scheme's own, nothing after it; or `*`. A name in other letters than ASCII is written as browsers write it, in
    /// Punycode (RFC 3492).
    fileprivate static var origin: Self {
        Self(
            expected: "an origin such as https://travel.example or *",
            parse: { text in text == "*" || isOrigin(text) ? text : nil }, format: { $0 })
    }

    private static func isOrigin(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            let scheme = parts.scheme, let host = parts.encodedHost, !host.isEmpty,
            !host.contains("*"), !host.contains("%"), ["http", "https"].contains(scheme),
            parts.port.map(PeerAddress.ports.contains) ?? true
        else { return false }
        let usualPort = scheme == "https" ? 443 : 80
        guard parts.port != usualPort else { return false }
        return text == "\(scheme)://\(host.lowercased())" + (parts.port.map { ":\($0)" } ?? "")
    }
}
