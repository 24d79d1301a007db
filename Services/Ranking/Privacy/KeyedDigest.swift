import Foundation

/// What is kept in place of an identity; see `PrivacyKey`.
struct KeyedDigest: Sendable, Hashable {
    /// How long a digest is.
    static let byteCount = 16

    let bytes: Data
}
