import Logging
import SharedDomain
import Synchronization

/// Why the other side's certificate was not accepted.
enum CertificateRefusal: String, Error, Sendable, Hashable, CaseIterable {
    case unreadable = "it can't be read"
    case tooLong = "its chain is too long"
    case untrusted = "no trusted authority issued it"
    case expired = "it, or one above it, has expired"
    case notYetValid = "it, or one above it, is not valid yet"
    case otherHost = "it is for another host"
    case otherPurpose = "it is not for this purpose (extended key usage)"
    case malformed = "it breaks a rule of RFC 5280"
}

/// Logs refused certificates, each reason once a minute at most: anyone can connect as often as they like.
final class RefusalLog: Sendable {
    private struct Occasion: Hashable {
        let peer: String
        let refusal: CertificateRefusal
    }

    static let interval = Duration.seconds(60)

    private let time: TimeSource
    private let logger: Logger
    private let logged = Mutex<[Occasion: Instant]>([:])

    init(time: TimeSource, logger: Logger) {
        self.time = time
        self.logger = logger
    }

    /// - Parameter peer: whose certificate it was: one of a few names of ours, never one that the other side gave.
    func note(_ refusal: CertificateRefusal, of peer: String) {
        let now = time.now()
        let isDue = logged.withLock { logged in
            let occasion = Occasion(peer: peer, refusal: refusal)
            if let before = logged[occasion], before.duration(to: now) < Self.interval { return false }
            logged[occasion] = now
            return true
        }
        guard isDue else { return }
        logger.warning(
            "a certificate was refused", metadata: ["peer": "\(peer)", "reason": "\(refusal.rawValue)"])
    }
}
