/// The signatures that are accepted on tokens; nothing symmetric, and never none.
enum TokenAlgorithm: String, Sendable {
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518, section 3.3).
    case rs256 = "RS256"
    /// ECDSA on P-256 with SHA-256 (RFC 7518, section 3.4).
    case es256 = "ES256"
    /// Ed25519 (RFC 8037, section 3.1).
    case edDSA = "EdDSA"
}
