import Foundation
import SwiftASN1
import X509

/// Reads certificates and keys out of PEM files (RFC 7468).
enum PEMText {
    /// What is wrong with a file, as the rest of a sentence about it.
    struct Refusal: Error {
        let reason: String
    }

    /// Certificates in a file at most: enough for every public authority.
    static let maximumCertificates = 1_000

    /// The certificates of a file, in its order; other things in it are passed over.
    static func certificates(in bytes: Data) throws(Refusal) -> [Certificate] {
        let documents = try documents(in: bytes).filter { $0.discriminator == Certificate.defaultPEMDiscriminator }
        guard !documents.isEmpty else {
            throw Refusal(
                reason: "holds no certificate in PEM: it needs a part that begins with -----BEGIN CERTIFICATE-----.")
        }
        guard documents.count <= maximumCertificates else {
            throw Refusal(reason: "holds \(documents.count) certificates, \(maximumCertificates) are allowed.")
        }
        do {
            return try documents.map { try Certificate(pemDocument: $0) }
        } catch {
            throw Refusal(reason: "holds a part that is no X.509 certificate: write it anew.")
        }
    }

    /// The first private key of a file: PKCS #8, RSA (RFC 8017, A.1.2) or elliptic curve (RFC 5915).
    static func privateKey(in bytes: Data) throws(Refusal) -> Certificate.PrivateKey {
        // RFC 1421, section 4.6.1.1: how the older forms say that they are encrypted.
        let isEncrypted = String(validating: bytes, as: UTF8.self)?.contains("Proc-Type: 4,ENCRYPTED") == true
        if isEncrypted { throw Self.encrypted }
        let documents = try documents(in: bytes).filter { $0.discriminator.hasSuffix("PRIVATE KEY") }
        guard let document = documents.first else {
            throw Refusal(
                reason: "holds no private key in PEM: it needs a part that begins with -----BEGIN PRIVATE KEY-----.")
        }
        guard !document.discriminator.hasPrefix("ENCRYPTED") else { throw Self.encrypted }
        do {
            return try Certificate.PrivateKey(pemDocument: document)
        } catch {
            throw Refusal(
                reason: "holds a key that can't be used: it needs to be RSA, P-256, P-384, P-521 or Ed25519, "
                    + "without a passphrase.")
        }
    }

    private static let encrypted = Refusal(
        reason: "holds a key with a passphrase: write it without one (openssl pkey -in … -out …).")

    private static func documents(in bytes: Data) throws(Refusal) -> [PEMDocument] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(reason: "is not text: it needs to be PEM, not DER or PKCS #12.")
        }
        do {
            return try PEMDocument.parseMultiple(pemString: text)
        } catch {
            throw Refusal(reason: "is damaged: its PEM can't be decoded. Write it anew.")
        }
    }
}
