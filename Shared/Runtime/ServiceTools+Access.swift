import Foundation
import SharedConfig
import SharedHTTP

extension AccessServices.Plan {
    /// What the settings say about keys, tokens, limits and proxies.
    init(_ config: HostConfig) {
        let access = config.access
        self.init(
            keysFile: access.keysFile(in: config.common.dataDirectory),
            tokens: access.tokens.map { (source: TokenKeySource($0.keySet), rules: TokenRules($0)) },
            limits: access.limits.map(RateLimits.init), clientCapacity: access.clients,
            addresses: ClientAddress(
                trustedProxies: access.trustedNetworks,
                maximumHops: access.trustedProxies.isEmpty ? 0 : access.trustedHops))
    }
}

extension AccessConfig {
    /// The proxies whose word counts. Each text was checked when the settings were read.
    var trustedNetworks: [IPNetwork] { trustedProxies.compactMap { IPNetwork($0) } }
}

extension TokenKeySource {
    fileprivate init(_ keySet: AccessConfig.Tokens.KeySet) {
        switch keySet {
        case .file(let file): self = .file(path: file.path)
        case .address(let url): self = .url(url.absoluteString)
        }
    }
}

extension TokenRules {
    fileprivate init(_ tokens: AccessConfig.Tokens) {
        self.init(issuer: tokens.issuer, audience: tokens.audience, clockSkew: tokens.clockSkew)
    }
}

extension RateLimits {
    fileprivate init(_ limits: AccessConfig.Limits) {
        self.init(
            anonymousPerHour: limits.anonymousPerHour, standardPerHour: limits.standardPerHour,
            premiumPerHour: limits.premiumPerHour, perMinute: limits.perMinute)
    }
}
