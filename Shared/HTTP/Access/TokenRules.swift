import SharedDomain

/// What a token must say to be accepted here.
package struct TokenRules: Sendable, Hashable {
    /// The one issuer, letter by letter.
    package var issuer: String
    /// What must be among the token's audiences: this service's name at the issuer.
    package var audience: String
    /// How far the issuer's clock may be from ours.
    package var clockSkew: Duration

    /// Rules with an issuer, an audience and a tolerance of a minute unless told otherwise.
    package init(issuer: String, audience: String, clockSkew: Duration = .seconds(60)) {
        self.issuer = issuer
        self.audience = audience
        self.clockSkew = clockSkew
    }

    /// Refuses claims that are not for here, or not for now.
    func check(_ claims: TokenClaims, at now: Instant) throws {
        guard claims.issuer == issuer else {
            throw EdgeFailure.invalidCredentials("The token is not from the issuer that is trusted here.")
        }
        guard claims.audience.contains(audience) else {
            throw EdgeFailure.invalidCredentials("The token is not meant for this service.")
        }
        guard isCurrent(expires: claims.expires, at: now) else {
            throw EdgeFailure.invalidCredentials("The token has expired.")
        }
        if let notBefore = claims.notBefore, notBefore > now.advanced(by: clockSkew) {
            throw EdgeFailure.invalidCredentials("The token is not valid yet.")
        }
    }

    /// Whether a token that expires then is still valid, the tolerance included.
    func isCurrent(expires: Instant, at now: Instant) -> Bool { now < expires.advanced(by: clockSkew) }
}
