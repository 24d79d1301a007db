import Crypto
import JWTKit
import SharedDomain

/// A public key that tokens are checked with, and the one algorithm it is used for: a token that names another is
/// refused, so that a key is never used for what it was not made for (RFC 8725, section 3.1).
struct TokenKey: Sendable {
    /// Why an entry of a key set is not used.
    struct Unusable: Error {
        let reason: String
    }

    /// The bounds of an RSA modulus in bits: below is too weak, above only costs time.
    private static let modulusBits = 2048...8192
    private static let longestID = 256

    let id: String?
    let algorithm: TokenAlgorithm
    private let verifier: any JWTAlgorithm

    /// Reads an entry of a key set (RFC 7517, section 4).
    init(_ jwk: JSONObject) async throws(Unusable) {
        id = try Self.id(jwk)
        guard jwk["d"] == nil else { throw Unusable(reason: "it is a private key: publish only its public part") }
        guard jwk["use"] == nil || jwk.text("use") == "sig" else { throw Unusable(reason: "it is not for signatures") }
        if let operations = jwk["key_ops"] {
            guard case .array(let names) = operations, names.contains(.string("verify")) else {
                throw Unusable(reason: "it is not for verifying")
            }
        }
        let algorithm = try Self.algorithm(jwk)
        guard jwk["alg"] == nil || jwk.text("alg") == algorithm.rawValue else {
            throw Unusable(reason: "its 'alg' is not \(algorithm.rawValue), the one accepted for this kind of key")
        }
        self.algorithm = algorithm
        do {
            verifier = try await Self.verifier(jwk, algorithm)
        } catch let unusable as Unusable {
            throw unusable
        } catch {
            throw Unusable(reason: "its numbers are no \(algorithm.rawValue) key")
        }
    }

    /// Whether the octets were signed with the private half of this key.
    func accepts(_ signature: [UInt8], of signed: [UInt8]) -> Bool {
        do {
            return try verifier.verify(signature, signs: signed)
        } catch {
            // A signature that is not even shaped like one, such as one of the wrong length, is no signature.
            return false
        }
    }

    private static func id(_ jwk: JSONObject) throws(Unusable) -> String? {
        guard let value = jwk["kid"] else { return nil }
        guard case .string(let text) = value, (1...longestID).contains(text.utf8.count) else {
            throw Unusable(reason: "its 'kid' is no text of 1 to \(longestID) bytes")
        }
        return text
    }

    private static func algorithm(_ jwk: JSONObject) throws(Unusable) -> TokenAlgorithm {
        switch (jwk.text("kty"), jwk.text("crv")) {
        case ("RSA", _): return .rs256
        case ("EC", "P-256"): return .es256
        case ("OKP", "Ed25519"): return .edDSA
        default: throw Unusable(reason: "it is neither an RSA key, nor one on P-256, nor one on Ed25519")
        }
    }

    private static func verifier(_ jwk: JSONObject, _ algorithm: TokenAlgorithm) async throws -> any JWTAlgorithm {
        let keys = JWTKeyCollection()
        switch algorithm {
        case .rs256:
            let modulus = try number("n", of: jwk)
            let bits = modulus.octets.count * 8 - (modulus.octets.first?.leadingZeroBitCount ?? 0)
            guard modulusBits.contains(bits) else {
                throw Unusable(
                    reason: "it has \(bits) bits, not \(modulusBits.lowerBound) to \(modulusBits.upperBound)")
            }
            let exponent = try number("e", of: jwk)
            await keys.add(
                rsa: try Insecure.RSA.PublicKey(modulus: modulus.text, exponent: exponent.text),
                digestAlgorithm: .sha256)
        case .es256:
            let point = (x: try number("x", of: jwk).text, y: try number("y", of: jwk).text)
            await keys.add(ecdsa: try ECDSA.PublicKey<P256>(parameters: point))
        case .edDSA:
            let point = try number("x", of: jwk).octets
            await keys.add(
                eddsa: EdDSA.PublicKey(backing: try Curve25519.Signing.PublicKey(rawRepresentation: point)))
        }
        return try await keys.getKey()
    }

    private static func number(_ name: String, of jwk: JSONObject) throws(Unusable) -> (text: String, octets: [UInt8]) {
        guard let text = jwk.text(name), let octets = Base64URL.octets(text), !octets.isEmpty else {
            throw Unusable(reason: "its '\(name)' is missing or not base64url")
        }
        return (text, octets)
    }
}
