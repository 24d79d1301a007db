import Foundation
import NIOCore
import NIOSSL
import SharedDomain
import SwiftASN1
import X509

/// Verifies the certificate that the other side presents, against the authorities that are trusted now: so a change of
/// authorities counts for the next connection.
struct PeerCertificateVerifier: Sendable {
    /// Whom a certificate must be for.
    enum Identity: Sendable {
        /// A server that was called by this name or address.
        case server(host: String)
        /// Any client of a trusted authority.
        case client
    }

    /// Certificates that the other side may send.
    static let longestChain = 8

    let credentials: TLSCredentials
    let identity: Identity
    /// Whose certificate it is, for the log.
    let peer: String
    let time: TimeSource

    /// Verifies for a handshake, which waits for the promise.
    func verify(_ presented: [NIOSSLCertificate], _ promise: EventLoopPromise<NIOSSLVerificationResultWithMetadata>) {
        // The handshake owns the task: it ends with the verification, which neither waits nor goes on without bound.
        promise.completeWithTask { () throws -> NIOSSLVerificationResultWithMetadata in
            do {
                try await verify(presented)
                return .certificateVerified(VerificationMetadata(nil))
            } catch let refusal as CertificateRefusal {
                credentials.refusals.note(refusal, of: peer)
                return .failed
            }
        }
    }

    /// - Throws: `CertificateRefusal`.
    func verify(_ presented: [NIOSSLCertificate]) async throws {
        guard presented.count <= Self.longestChain else { throw CertificateRefusal.tooLong }
        var chain: [Certificate] = []
        do {
            chain = try presented.map { try Certificate(derEncoded: try $0.toDERBytes()) }
        } catch {
            throw CertificateRefusal.unreadable
        }
        guard let leaf = chain.first else { throw CertificateRefusal.unreadable }
        let material = credentials.material
        var verifier = Verifier(rootCertificates: CertificateStore(material.authorities)) { policy }
        let verdict = await verifier.validate(leaf: leaf, intermediates: CertificateStore(chain.dropFirst()))
        guard case .couldNotValidate(let failures) = verdict else { return }
        // A chain that leads to no trusted authority never comes to the policy.
        let reason = failures.last?.policyFailureReason.description
        throw reason.flatMap(CertificateRefusal.init) ?? CertificateRefusal.untrusted
    }

    private var policy: PeerCertificatePolicy {
        switch identity {
        case .server(let host):
            let address = IPAddressText(host)
            return PeerCertificatePolicy(
                purpose: .serverAuth, now: time.now(),
                host: ServerIdentityPolicy(
                    serverHostname: address == nil ? host : nil, serverIP: address == nil ? nil : host))
        case .client: return PeerCertificatePolicy(purpose: .clientAuth, now: time.now(), host: nil)
        }
    }
}
