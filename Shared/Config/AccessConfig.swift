package import Foundation

/// Who may ask, how much, and how their addresses are found.
package struct AccessConfig: Sendable, Hashable {
    /// Tokens that are accepted beside keys.
    package struct Tokens: Sendable, Hashable {
        /// Where the keys they are signed with are.
        package enum KeySet: Sendable, Hashable {
            case file(URL)
            case address(URL)
        }

        /// Where the keys are.
        package var keySet: KeySet
        /// What `iss` must be.
        package var issuer: String
        /// What `aud` must name.
        package var audience: String
        /// How far the issuer's clock may be off.
        package var clockSkew: Duration
    }

    /// The most requests of one client.
    package struct Limits: Sendable, Hashable {
        /// In an hour without a key.
        package var anonymousPerHour: Int
        /// In an hour with a standard key.
        package var standardPerHour: Int
        /// In an hour with a premium key.
        package var premiumPerHour: Int
        /// In a minute; nil for no such ceiling.
        package var perMinute: Int?
    }

    /// The file of keys; nil for the usual one.
    package var keysFile: URL?
    /// Nil accepts no tokens.
    package var tokens: Tokens?
    /// Nil limits nobody.
    package var limits: Limits?
    /// How many clients are counted separately.
    package var clients = AccessSettings.clients.defaultValue
    /// The proxies whose `X-Forwarded-For` counts, as addresses or CIDR ranges.
    package var trustedProxies: [String] = []
    /// How many of them stand one behind the other at most.
    package var trustedHops = AccessSettings.trustedHops.defaultValue

    /// A configuration made by hand: the usual file of keys, no tokens, no limits, no proxies.
    package init() {}

    /// Takes the values out of the checked settings, and checks that they fit together.
    package init(_ settings: Settings) throws(ConfigurationProblems) {
        keysFile = try settings[AccessSettings.keysFile]
        tokens = try Self.tokens(settings)
        if try settings[AccessSettings.rateLimits] {
            let perMinute = try settings[AccessSettings.perMinute]
            limits = Limits(
                anonymousPerHour: try settings[AccessSettings.anonymousPerHour],
                standardPerHour: try settings[AccessSettings.standardPerHour],
                premiumPerHour: try settings[AccessSettings.premiumPerHour],
                perMinute: perMinute == 0 ? nil : perMinute)
        }
        clients = try settings[AccessSettings.clients]
        trustedProxies = try settings[AccessSettings.trustedProxies]
        trustedHops = try settings[AccessSettings.trustedHops]
    }

    /// The file of keys of a service with this data directory.
    package func keysFile(in dataDirectory: URL) -> String {
        (keysFile ?? dataDirectory.appending(path: "keys.json", directoryHint: .notDirectory)).path
    }

    private static func tokens(_ settings: Settings) throws(ConfigurationProblems) -> Tokens? {
        let (issuer, audience) = (AccessSettings.tokenIssuer, AccessSettings.tokenAudience)
        let given = (issuer: try settings[issuer], audience: try settings[audience])
        guard let (keySet, name) = try keySet(settings) else {
            for (setting, value) in [(issuer, given.issuer), (audience, given.audience)] where value != nil {
                throw refusal(
                    setting.name, "is set, but there is no key set: set JWT_JWKS_FILE or JWT_JWKS_URL, or remove it.")
            }
            return nil
        }
        guard let required = given.issuer else {
            throw refusal(issuer.name, "is not set, but \(name) is: tokens of any issuer are never accepted; set it.")
        }
        guard let intended = given.audience else {
            throw refusal(
                audience.name, "is not set, but \(name) is: tokens made for other services are never accepted; set it.")
        }
        return Tokens(
            keySet: keySet, issuer: required, audience: intended,
            clockSkew: try settings[AccessSettings.tokenClockSkew])
    }

    private static func keySet(_ settings: Settings) throws(ConfigurationProblems) -> (Tokens.KeySet, name: String)? {
        let (file, address) = (AccessSettings.tokenKeysFile, AccessSettings.tokenKeysURL)
        switch (try settings[file], try settings[address]) {
        case (nil, nil): return nil
        case (let path?, nil): return (.file(path), file.name)
        case (nil, let url?): return (.address(url), address.name)
        case (.some, .some):
            throw refusal(file.name, "and \(address.name) are both set: remove one of them.")
        }
    }

    private static func refusal(_ name: String, _ explanation: String) -> ConfigurationProblems {
        ConfigurationProblems(ConfigurationProblem(name, explanation))
    }
}
