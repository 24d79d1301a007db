import Foundation
import NIOSSL
import SharedDomain
import SwiftASN1
import X509

/// A certificate with its key and the trusted authorities, read and checked: always used as a whole.
struct TLSMaterial: Sendable {
    /// How long before its end a certificate is warned of.
    static let warningPeriod = Duration.seconds(14 * 24 * 60 * 60)

    let files: TLSFiles
    /// The service's own certificate, then those between it and its authority.
    let chain: [Certificate]
    let leaf: Certificate
    let authorities: [Certificate]
    /// The same as above, and the key, in DER (ITU-T X.690).
    let chainDER: [[UInt8]]
    let keyDER: [UInt8]
    let authoritiesDER: [[UInt8]]
    let chainSources: [NIOSSLCertificateSource]
    let keySource: NIOSSLPrivateKeySource

    /// Reads the contents of the files.
    /// - Throws: everything that keeps them from being used now.
    init(_ contents: TLSFileContents, from files: TLSFiles, at now: Instant) throws(TLSProblems) {
        var problems: [TLSProblem] = []
        let chain = Self.certificates(contents.certificate, files.certificate, &problems)
        let authorities = Self.certificates(contents.authorities, files.authorities, &problems)
        var key: Certificate.PrivateKey?
        do {
            key = try PEMText.privateKey(in: contents.key)
        } catch {
            problems.append(TLSProblem(files.key, error.reason))
        }
        if let leaf = chain.first {
            if leaf.notAfter < now {
                problems.append(
                    TLSProblem(files.certificate, "expired at \(leaf.notAfter): put a new certificate there."))
            }
            if let key, key.publicKey != leaf.publicKey {
                problems.append(
                    TLSProblem(
                        files.key,
                        "is not the key of the first certificate in \(files.certificate.path) "
                            + "(\(files.certificate.setting)): name the two that belong together."))
            }
        }
        if !authorities.isEmpty, authorities.allSatisfy({ $0.notAfter < now }) {
            problems.append(
                TLSProblem(files.authorities, "holds only authorities that have expired: put a current one there."))
        }
        guard problems.isEmpty, let leaf = chain.first, let key else { throw TLSProblems(problems: problems) }
        do {
            chainDER = try chain.map { try $0.serializeAsPEM().derBytes }
            keyDER = try key.serializeAsPEM().derBytes
            authoritiesDER = try authorities.map { try $0.serializeAsPEM().derBytes }
            chainSources = try chainDER.map { .certificate(try NIOSSLCertificate(bytes: $0, format: .der)) }
            keySource = .privateKey(try NIOSSLPrivateKey(bytes: keyDER, format: .der))
        } catch {
            throw TLSProblems(problems: [TLSProblem(files.certificate, "TLS can't use (\(error)): write it anew.")])
        }
        self.files = files
        self.chain = chain
        self.leaf = leaf
        self.authorities = authorities
    }

    /// What will keep the certificates from being used soon, or keeps others from accepting them.
    func warnings(at now: Instant) -> [String] {
        var warnings: [String] = []
        let names = leaf.subjectAlternativeNames
        if names?.isEmpty ?? true {
            warnings.append(
                "\(files.certificate.path) names no host (subjectAltName): clients will refuse it")
        }
        let own = chain.map { (files.certificate.path, $0) }
        for (path, certificate) in own + authorities.map({ (files.authorities.path, $0) }) {
            let left = now.duration(to: certificate.notAfter)
            if certificate.notBefore > now {
                warnings.append("\(path): \(certificate.subject) is valid only from \(certificate.notBefore) on")
            } else if left < .zero {
                warnings.append("\(path): \(certificate.subject) expired at \(certificate.notAfter)")
            } else if left < Self.warningPeriod {
                warnings.append("\(path): \(certificate.subject) expires at \(certificate.notAfter)")
            }
        }
        return Array(warnings.prefix(10))
    }

    private static func certificates(
        _ bytes: Data, _ file: TLSFile, _ problems: inout [TLSProblem]
    ) -> [Certificate] {
        do {
            return try PEMText.certificates(in: bytes)
        } catch {
            problems.append(TLSProblem(file, error.reason))
            return []
        }
    }
}

extension Certificate {
    /// The first instant at which it is valid.
    var notBefore: Instant { Instant(seconds: Int64(notValidBefore.timeIntervalSince1970)) }

    /// The last instant at which it is valid.
    var notAfter: Instant { Instant(seconds: Int64(notValidAfter.timeIntervalSince1970)) }

    /// The hosts it is for; nil where it does not say or cannot be read.
    var subjectAlternativeNames: SubjectAlternativeNames? {
        do {
            return try extensions.subjectAlternativeNames
        } catch {
            // Unreadable is as good as absent: whoever verifies the certificate refuses it.
            return nil
        }
    }
}
