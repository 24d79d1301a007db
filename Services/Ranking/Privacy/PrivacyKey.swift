import Crypto
import Foundation

/// The secret that turns identities into digests which only its holder can make again: enough to count a user once, to
/// find a user's rows and erase them, and of no use to someone who only has the database.
package struct PrivacyKey: Sendable {
    /// The fewest characters of a secret that a person chose: 128 bits in hexadecimal.
    package static let minimumSecretCharacters = 32

    /// What a digest stands for. Each kind has digests of its own, so that equal texts of different kinds stay apart.
    enum Purpose: String {
        case user
        case session
        case address
        case userAgent = "user-agent"
        case idempotencyKey = "idempotency-key"
        case request
        case fingerprint
    }

    private let key: SymmetricKey

    /// A key from a secret text, nil for one that is too short.
    package init?(secret: String) {
        guard secret.count >= Self.minimumSecretCharacters else { return nil }
        key = SymmetricKey(data: Data(secret.utf8))
    }

    /// What `text` is stored as: HMAC-SHA256 (RFC 2104) of the purpose and the text, cut to its first 128 bits as
    /// section 5 there allows.
    func digest(_ purpose: Purpose, _ text: String) -> KeyedDigest {
        // No purpose contains the separator, so no two pairs make one message.
        let message = Data("\(purpose.rawValue):\(text)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
        return KeyedDigest(bytes: Data(code.prefix(KeyedDigest.byteCount)))
    }

    /// What tells this key from another without giving it away.
    var fingerprint: KeyedDigest { digest(.fingerprint, "") }
}

extension PrivacyKey: CustomStringConvertible, CustomDebugStringConvertible {
    /// Never the key, wherever a configuration may be printed.
    package var description: String { "(secret)" }

    /// Never the key.
    package var debugDescription: String { description }
}
