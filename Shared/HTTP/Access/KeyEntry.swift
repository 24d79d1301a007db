package import SharedDomain

/// What is kept of a key: everything but its secret.
package struct KeyEntry: Sendable, Hashable {
    /// Whether a key opens anything.
    package enum State: String, Sendable {
        case active
        case expired
        case revoked
    }

    /// Its public name: 12 characters.
    package let id: String
    /// The SHA-256 of the secret's text: 32 octets.
    let secretDigest: [UInt8]
    /// How much it may ask.
    package let tier: Tier
    /// What it may do, in the order of `Scope`, at least one.
    package let scopes: [Scope]
    /// Whose it is or what it is for: at most `longestLabel` characters in one line.
    package let label: String
    /// When it was made.
    package let created: Instant
    /// From when on it opens nothing any more; nil for never.
    package let expires: Instant?
    /// When it was revoked; nil if it was not.
    package var revoked: Instant?

    /// The longest label, in characters.
    package static let longestLabel = 100

    /// Whether it opens anything at an instant.
    package func state(at now: Instant) -> State {
        if revoked != nil { return .revoked }
        return expires.map { $0 <= now } ?? false ? .expired : .active
    }

    /// Whether a text can be a label.
    static func isLabel(_ text: String) -> Bool {
        (1...longestLabel).contains(text.count) && text.utf8.count <= 4 * longestLabel
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && !text.allSatisfy(\.isWhitespace)
    }
}
