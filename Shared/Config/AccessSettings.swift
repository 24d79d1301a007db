package import Foundation

/// The settings of keys, tokens, limits and proxies, the same for every service.
package enum AccessSettings {
    /// The file of keys.
    package static let keysFile = Setting<URL?>(
        "KEYS_FILE", .optional(.file), default: nil, describedAs: "keys.json in DATA_DIR",
        summary: "The file of API keys, which the services share and the keys commands write; it need not exist")

    /// The key set for tokens, as a file.
    package static let tokenKeysFile = Setting<URL?>(
        "JWT_JWKS_FILE", .optional(.file), default: nil,
        summary: "A JSON Web Key Set: tokens (JWT) signed with one of its keys are accepted beside API keys")
    /// The key set for tokens, as an address.
    package static let tokenKeysURL = Setting<URL?>(
        "JWT_JWKS_URL", .optional(.tokenKeysURL), default: nil,
        summary: "The address of a JSON Web Key Set, in place of JWT_JWKS_FILE; asked every 10 minutes")
    /// The only issuer of tokens.
    package static let tokenIssuer = Setting<String?>(
        "JWT_ISSUER", .optional(.nonEmpty), default: nil,
        summary: "The issuer (iss) that tokens must have, letter by letter; required with a key set")
    /// The audience tokens must have.
    package static let tokenAudience = Setting<String?>(
        "JWT_AUDIENCE", .optional(.nonEmpty), default: nil,
        summary: "The audience (aud) that tokens must name; required with a key set")
    /// How far the issuer's clock may be off.
    package static let tokenClockSkew = Setting<Duration>(
        "JWT_CLOCK_SKEW_SECONDS", .seconds(in: 0...600), default: .seconds(60),
        summary: "How far the clock of the issuer of tokens may be from this one")

    /// Whether requests are counted and limited.
    package static let rateLimits = EnvironmentSetting<Bool>(
        "RATE_LIMITS", .bool, defaults: ByEnvironment(local: false, dev: true, staging: true, prod: true),
        summary: "Whether the requests of a client are limited; each process counts for itself")
    /// The ceiling of a minute for every client.
    package static let perMinute = EnvironmentSetting<Int>(
        "RATE_LIMIT_PER_MINUTE", .limit, defaults: ByEnvironment(local: 0, dev: 100, staging: 500, prod: 2_000),
        summary: "The most requests of any one client in a minute; 0 for no such ceiling")
    /// The limit of an hour without a key.
    package static let anonymousPerHour = Setting<Int>(
        "RATE_LIMIT_ANONYMOUS_PER_HOUR", .limit, default: 1_000,
        summary: "The most requests in an hour from one address without a key; 0 refuses them all")
    /// The limit of an hour with a standard key.
    package static let standardPerHour = Setting<Int>(
        "RATE_LIMIT_STANDARD_PER_HOUR", .limit, default: 5_000,
        summary: "The most requests in an hour with a key of the tier standard")
    /// The limit of an hour with a premium key.
    package static let premiumPerHour = Setting<Int>(
        "RATE_LIMIT_PREMIUM_PER_HOUR", .limit, default: 10_000,
        summary: "The most requests in an hour with a key of the tier premium")
    /// How many clients are counted separately.
    package static let clients = Setting<Int>(
        "RATE_LIMIT_CLIENTS", .int(in: 16...10_000_000), default: 100_000,
        summary: "The most clients that are counted separately; each takes about 200 bytes of memory")

    /// The proxies whose word counts.
    package static let trustedProxies = Setting<[String]>(
        "TRUSTED_PROXIES", .list(of: .network, atMost: 64, acceptsEmpty: true), default: [], describedAs: "none",
        summary: "The proxies whose X-Forwarded-For tells where a request comes from; without one it is not believed")
    /// How many proxies stand one behind the other.
    package static let trustedHops = Setting<Int>(
        "TRUSTED_PROXY_HOPS", .int(in: 1...16), default: 4,
        summary: "The most trusted proxies one behind the other: so many entries of X-Forwarded-For are read")

    /// All of them, for help and documentation.
    static let groups = [
        SettingsGroup(
            "Keys and tokens", keysFile, tokenKeysFile, tokenKeysURL, tokenIssuer, tokenAudience, tokenClockSkew),
        SettingsGroup(
            "Limits of a client", rateLimits, perMinute, anonymousPerHour, standardPerHour, premiumPerHour, clients,
            trustedProxies, trustedHops),
    ]
}

extension SettingKind where Value == Int {
    /// A number of requests.
    fileprivate static var limit: Self { .int(in: 0...100_000_000) }
}

extension SettingKind where Value == URL {
    /// An https address, or an http one on this machine: over the network anyone on the way could change the keys.
    fileprivate static var tokenKeysURL: Self {
        Self(
            expected: "an https URL without credentials, query or fragment (http only for 127.0.0.1, [::1], localhost)",
            parse: { text in
                guard let url = SettingKind.url.parse(text) else { return nil }
                let isHere = ["127.0.0.1", "::1", "[::1]", "localhost"].contains(url.host(percentEncoded: false) ?? "")
                return url.scheme == "https" || isHere ? url : nil
            },
            format: { $0.absoluteString })
    }
}

extension SettingKind where Value == String {
    /// A range of addresses in CIDR notation, or one address.
    fileprivate static var network: Self {
        Self(
            expected: "an address, or a range of them whose first address is given, such as 10.0.0.0/8",
            parse: { text in isNetwork(text) ? text : nil }, format: { $0 })
    }

    private static func isNetwork(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        guard let octets = octets(parts[0]) else { return false }
        guard parts.count == 2 else { return true }
        guard let length = Int(plain: parts[1], in: 0...octets.count * 8) else { return false }
        // Bits after the prefix are a mistake more often than an intention.
        return octets.enumerated().allSatisfy { index, octet in octet << min(max(length - 8 * index, 0), 8) == 0 }
    }

    private static func octets(_ address: String) -> [UInt8]? {
        var (ipv4, ipv6) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, address, &ipv4) == 1 { return withUnsafeBytes(of: ipv4) { Array($0) } }
        if inet_pton(AF_INET6, address, &ipv6) == 1 { return withUnsafeBytes(of: ipv6) { Array($0) } }
        return nil
    }
}
