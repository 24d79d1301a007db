package import HTTPTypes
import SharedDomain

/// Says who asks, from `Authorization: Bearer …` (RFC 6750), and whether they may.
///
/// A wrong header is refused on every route, an open one too: silently treating its sender as anonymous would hide the
/// mistake. Failures are `EdgeFailure`: 401, 403, or 503 while the keys for tokens are missing.
///
/// Who counts requests counts a refused one by the client's address, like any anonymous request: guessing keys uses up
/// the guesser's own limit and nobody else's. Keys themselves cannot be guessed, at 256 random bits.
package struct AccessControl: Sendable {
    /// Knows no key: open routes are open to all, and nothing else can be asked.
    package static let open = AccessControl(keys: nil, tokens: nil)

    let keys: KeyRing?
    let tokens: TokenVerifier?

    /// What can be said at once. Costs nothing without the header.
    package func begin(_ headers: HTTPFields) throws -> Authentication {
        guard let text = try BearerToken.text(in: headers) else { return .anonymous }
        if text.hasPrefix(KeyText.prefix) {
            guard let keys, let key = KeyText(text) else {
                throw EdgeFailure.invalidCredentials("The key is not valid.")
            }
            return .principal(try keys.principal(of: key))
        }
        guard let tokens else { throw EdgeFailure.invalidCredentials("The key is not valid.") }
        return try tokens.principal(of: text).map { .principal($0) } ?? .pending(PendingToken(text: text))
    }

    /// Who sent a token whose signing key was not known at once. Waits for the keys to be fetched.
    package func finish(_ pending: PendingToken) async throws -> Principal {
        guard let tokens else { throw EdgeFailure.invalidCredentials("The key is not valid.") }
        return try await tokens.principalAfterFetch(of: pending.text)
    }

    /// Who asks; nil without the header.
    package func principal(_ headers: HTTPFields) async throws -> Principal? {
        switch try begin(headers) {
        case .anonymous: nil
        case .principal(let principal): principal
        case .pending(let token): try await finish(token)
        }
    }

    /// Refuses a principal, or the lack of one, that the route does not allow.
    package func check(_ access: RouteAccess, _ principal: Principal?) throws {
        guard case .requires(let scope) = access else { return }
        guard let principal else { throw EdgeFailure.missingCredentials(scope) }
        guard principal.scopes.contains(scope) else { throw EdgeFailure.insufficientScope(scope) }
    }
}
