package import Logging
package import ServiceLifecycle
package import SharedDomain

/// What decides about access, ready to be asked, and what keeps it up to date.
package struct AccessServices: Sendable {
    /// What is known about keys, tokens, limits and proxies before anything is read.
    package struct Plan: Sendable {
        /// The file of keys; nil for none.
        package var keysFile: String?
        /// Where the keys for tokens are, and what tokens must say; nil accepts no tokens.
        package var tokens: (source: TokenKeySource, rules: TokenRules)?
        /// Nil for no limits.
        package var limits: RateLimits?
        /// The most clients counted separately.
        package var clientCapacity: Int
        /// Whose `X-Forwarded-For` counts.
        package var addresses: ClientAddress

        /// A plan; what is left out is off.
        package init(
            keysFile: String? = nil, tokens: (source: TokenKeySource, rules: TokenRules)? = nil,
            limits: RateLimits? = nil, clientCapacity: Int = RateLimiter.usualCapacity,
            addresses: ClientAddress = .ofConnection
        ) {
            self.keysFile = keysFile
            self.tokens = tokens
            self.limits = limits
            self.clientCapacity = clientCapacity
            self.addresses = addresses
        }
    }

    /// Who asks, and whether they may.
    package let control: AccessControl
    /// Whether they have asked too much.
    package let limiter: RateLimiter
    /// Where they ask from.
    package let addresses: ClientAddress
    /// To be run as long as the service does: notice changed keys.
    package let background: [any Service]

    /// Reads the file of keys and the key set in a file.
    ///
    /// Throws `KeyFileProblem`, which says what to do.
    package static func make(_ plan: Plan, time: TimeSource, logger: Logger) async throws -> AccessServices {
        let ring = try plan.keysFile.map { try KeyRing(path: $0, time: time, logger: logger) }
        var background: [any Service] = ring.map { [$0] } ?? []
        var verifier: TokenVerifier?
        if let tokens = plan.tokens {
            let keys = try await TokenKeys(tokens.source, time: time, logger: logger)
            verifier = TokenVerifier(rules: tokens.rules, keys: keys, time: time)
            background.append(keys)
        }
        return AccessServices(
            control: AccessControl(keys: ring, tokens: verifier),
            limiter: RateLimiter(limits: plan.limits, capacity: plan.clientCapacity, time: time),
            addresses: plan.addresses, background: background)
    }
}
