/// What the `Authorization` header of a request says, as far as it is known at once.
package enum Authentication: Sendable {
    /// There is none.
    case anonymous
    /// It proves who asks.
    case principal(Principal)
    /// A token whose signing key has yet to be fetched: `AccessControl.finish` waits for it.
    case pending(PendingToken)
}

/// A token that waits for the key it was signed with.
package struct PendingToken: Sendable {
    let text: String
}
