import Foundation
import SharedDomain
import SwiftASN1
import X509

/// What the other side's chain of certificates must be: within its time, for the host that was called, for this
/// purpose, and well formed (RFC 5280, section 6; RFC 9525 for the host).
struct PeerCertificatePolicy: VerifierPolicy {
    let purpose: ExtendedKeyUsage.Usage
    let now: Instant
    /// Nil where any host will do: clients are not known by their hosts.
    var host: ServerIdentityPolicy?
    private let rules = RFC5280Policy()

    init(purpose: ExtendedKeyUsage.Usage, now: Instant, host: ServerIdentityPolicy?) {
        self.purpose = purpose
        self.now = now
        self.host = host
    }

    var verifyingCriticalExtensions: [ASN1ObjectIdentifier] {
        rules.verifyingCriticalExtensions + [
            .X509ExtensionID.extendedKeyUsage, .X509ExtensionID.subjectAlternativeName,
        ]
    }

    /// A failure's reason is the raw value of a `CertificateRefusal`.
    mutating func chainMeetsPolicyRequirements(chain: UnverifiedCertificateChain) async -> PolicyEvaluationResult {
        guard let refusal = refusal(of: chain) else { return .meetsPolicy }
        return .failsToMeetPolicy(reason: refusal.rawValue)
    }

    private mutating func refusal(of chain: UnverifiedCertificateChain) -> CertificateRefusal? {
        if chain.contains(where: { $0.notAfter < now }) { return .expired }
        if chain.contains(where: { $0.notBefore > now }) { return .notYetValid }
        if case .failsToMeetPolicy? = host?.chainMeetsPolicyRequirements(chain: chain) { return .otherHost }
        if !isForPurpose(chain.leaf) { return .otherPurpose }
        if case .failsToMeetPolicy = rules.chainMeetsPolicyRequirements(chain: chain) { return .malformed }
        return nil
    }

    /// RFC 5280, section 4.2.1.12: a certificate that does not say is for every purpose.
    private func isForPurpose(_ leaf: Certificate) -> Bool {
        do {
            guard let usages = try leaf.extensions.extendedKeyUsage else { return true }
            return usages.contains(purpose) || usages.contains(.any)
        } catch {
            // An extension that can't be read permits nothing.
            return false
        }
    }
}
