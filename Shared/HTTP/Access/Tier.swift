/// How much a key or a token may ask; who shows neither is anonymous and has no tier.
package enum Tier: String, Sendable, CaseIterable {
    /// The usual key.
    case standard
    /// A key with higher limits.
    case premium
}
