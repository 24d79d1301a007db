import Crypto
import Foundation

/// A key as its holder has it: `ctk_<id>_<secret>`.
///
/// The prefix lets scanners find keys that were published by mistake: `ctk_[a-z2-7]{12}_[0-9a-f]{64}`. The id is 60
/// bits, public, and names the key in lists and logs. The secret is 256 random bits in hexadecimal.
struct KeyText: Sendable {
    static let prefix = "ctk_"
    private static let idLength = 12
    private static let secretBytes = 32
    /// Base32 of RFC 4648, section 6, in lower case.
    private static let idAlphabet = Array("abcdefghijklmnopqrstuvwxyz234567")

    let id: String
    let secret: String

    /// The whole key.
    var text: String { "\(Self.prefix)\(id)_\(secret)" }

    /// Reads a key; nil for any other text.
    init?(_ text: some StringProtocol) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isID(parts[0]), parts[1].utf8.count == Self.secretBytes * 2,
            parts[1].utf8.allSatisfy(Self.isHexDigit)
        else { return nil }
        id = String(parts[0])
        secret = String(parts[1])
    }

    private init(id: String, secret: String) {
        self.id = id
        self.secret = secret
    }

    /// A new key. `SystemRandomNumberGenerator` is the system's cryptographic source (`getrandom`, `arc4random_buf`).
    static func random() -> KeyText {
        var source = SystemRandomNumberGenerator()
        let id = (0..<idLength).map { _ in idAlphabet[Int(source.next(upperBound: UInt(idAlphabet.count)))] }
        let secret = (0..<secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        return KeyText(id: String(id), secret: HexText.of(secret))
    }

    /// The SHA-256 of the secret's text.
    ///
    /// A slow hash (bcrypt, Argon2) makes guessing dear where people choose secrets from few. Here there are 2^256:
    /// whoever has the file cannot go through them at any speed, so one fast hash keeps the secret and costs a request
    /// a microsecond instead of a tenth of a second.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(secret.utf8))) }

    static func isID(_ text: some StringProtocol) -> Bool {
        text.count == idLength && text.allSatisfy { idAlphabet.contains($0) }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
