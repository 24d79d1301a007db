import SharedDomain

/// What a source sent, byte for byte.
struct Payload: Sendable {
    /// How it came to us, which decides how much it is trusted.
    enum Origin: String, Sendable {
        /// With the release: a published record that was checked before.
        case shipped
        /// From the source itself, just now.
        case live
    }

    let origin: Origin
    /// Where it is from, without anything secret.
    let url: String
    let fetchedAt: Instant
    /// The HTTP status; 200 for a shipped file.
    let status: Int
    /// The headers worth keeping, by lower-case name.
    let headers: [String: String]
    let body: [UInt8]
}
