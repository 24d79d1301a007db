import Crypto
import Foundation
import SharedDomain

/// Finds out who a token was issued to (RFC 7519, with the advice of RFC 8725).
///
/// Nothing in a token chooses how it is checked: `alg` must be the one algorithm of the key that `kid` names, and
/// `jwk`, `jku`, `x5u` and the like are never looked at. The claims are read before the signature is checked, which is
/// what costs, so that a token for elsewhere costs little.
final class TokenVerifier: Sendable {
    private let rules: TokenRules
    private let keys: TokenKeys
    private let time: TimeSource
    let verified: VerifiedTokens

    init(rules: TokenRules, keys: TokenKeys, time: TimeSource, verified: VerifiedTokens = VerifiedTokens()) {
        self.rules = rules
        self.keys = keys
        self.time = time
        self.verified = verified
    }

    /// Who has the token, as far as that can be said without fetching keys; nil when a fetch may help.
    ///
    /// Throws `EdgeFailure`.
    func principal(of text: String) throws -> Principal? {
        guard let current = keys.current else {
            _ = try checked(text)
            throw EdgeFailure.tokenKeysUnavailable()
        }
        let digest = SHA256.hash(data: Data(text.utf8))
        let now = time.now()
        if let known = verified.find(digest, generation: current.generation) {
            guard rules.isCurrent(expires: known.expires, at: now) else {
                throw EdgeFailure.invalidCredentials("The token has expired.")
            }
            return known.principal
        }
        let token = try checked(text)
        guard let key = try key(of: token, in: current.set) else { return nil }
        guard key.accepts(token.signature, of: token.signed) else {
            throw EdgeFailure.invalidCredentials("The token's signature is not right.")
        }
        let entry = VerifiedTokens.Entry(principal: token.claims.principal, expires: token.claims.expires)
        verified.keep(entry, for: digest, generation: current.generation)
        return entry.principal
    }

    /// The same, fetching the keys if that is allowed now.
    ///
    /// Throws `EdgeFailure`; `CancellationError`.
    func principalAfterFetch(of text: String) async throws -> Principal {
        switch keys.chance() {
        case .fetch: try await keys.fetch()
        case .wait: throw EdgeFailure.tokenKeysUnavailable()
        case .no: break
        }
        guard let principal = try principal(of: text) else { throw Self.unknownKey }
        return principal
    }

    private func checked(_ text: String) throws -> ParsedToken {
        let token = try ParsedToken(text)
        try rules.check(token.claims, at: time.now())
        return token
    }

    private func key(of token: ParsedToken, in set: TokenKeySet) throws -> TokenKey? {
        switch set.key(token.keyID, token.algorithm) {
        case .found(let key): return key
        case .unknown: return nil
        case .ambiguous:
            throw EdgeFailure.invalidCredentials("The token names no key ('kid'), and there are several.")
        case .otherAlgorithm:
            throw EdgeFailure.invalidCredentials("The token's algorithm is not that of the key it names.")
        }
    }

    private static var unknownKey: EdgeFailure {
        .invalidCredentials("The token is signed with a key that is not known here.")
    }
}
