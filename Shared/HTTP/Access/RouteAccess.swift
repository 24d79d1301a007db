/// Who may ask a route.
package enum RouteAccess: Sendable, Hashable {
    /// Anyone, with a key or without.
    case open
    /// Those whose key or token has this scope.
    case requires(Scope)
}
