import Crypto
import Foundation
import SharedDomain
import SwiftASN1
import X509

/// An authority made for a test.
struct TestAuthority {
    /// What a certificate says.
    struct Terms {
        var hosts = ["localhost"]
        var addresses: [[UInt8]] = [[127, 0, 0, 1]]
        var validFrom = Date(timeIntervalSinceNow: -3600)
        var validTo = Date(timeIntervalSinceNow: 90 * 24 * 3600)
        var usages: [ExtendedKeyUsage.Usage] = [.serverAuth, .clientAuth]
    }

    /// A certificate and its key as PEM.
    struct Pair {
        let certificate: String
        let key: String
    }

    let name: DistinguishedName
    let key = P256.Signing.PrivateKey()
    let certificate: Certificate

    init(_ commonName: String = "test authority") throws {
        name = try DistinguishedName { CommonName(commonName) }
        certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: .init(key.publicKey),
            notValidBefore: Date(timeIntervalSinceNow: -400 * 24 * 3600),
            notValidAfter: Date(timeIntervalSinceNow: 400 * 24 * 3600), issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            },
            issuerPrivateKey: .init(key))
    }

    var pem: String { get throws { try certificate.serializeAsPEM().pemString } }

    func issue(_ terms: Terms = Terms()) throws -> Pair {
        let own = P256.Signing.PrivateKey()
        let names =
            terms.hosts.map { GeneralName.dnsName($0) }
            + terms.addresses.map { GeneralName.ipAddress(ASN1OctetString(contentBytes: $0[...])) }
        let issued = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: .init(own.publicKey),
            notValidBefore: terms.validFrom, notValidAfter: terms.validTo, issuer: name,
            subject: try DistinguishedName { CommonName("test service") }, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                try ExtendedKeyUsage(terms.usages)
                SubjectAlternativeNames(names)
            },
            issuerPrivateKey: .init(key))
        return Pair(
            certificate: try issued.serializeAsPEM().pemString, key: own.pemRepresentation)
    }
}
