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
    package static let open = AccessControl()

    /// What can be said at once. Costs nothing without the header.
    package func begin(_ headers: HTTPFields) throws -> Authentication {
        guard let text = try BearerToken.text(in: headers) else { return .anonymous }
        _ = text
        throw EdgeFailure.invalidCredentials("The key is not valid.")
    }

    /// Who sent a token whose signing key was not known at once.
    package func finish(_ pending: PendingToken) async throws -> Principal {
        throw EdgeFailure.invalidCredentials("The token is not valid.")
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
