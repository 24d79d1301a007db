package import Logging
import NIOCertificateReloading
package import NIOSSL
import ServiceLifecycle
package import SharedDomain
import Synchronization
import X509

/// The certificate, key and trusted authorities that TLS uses now, kept up to date with their files: what is in use is
/// always a whole that was checked, and a change that cannot be used leaves it as it is.
package final class TLSCredentials: Service, CertificateReloader {
    /// How often the files are looked at. A change is taken when two looks in a row found the same, so that files that
    /// are being written are not read half-way: at most twice this after the last byte.
    package static let lookInterval = Duration.seconds(3)
    /// How often a certificate that ends soon is warned of.
    private static let warningInterval = Duration.seconds(24 * 60 * 60)

    /// What was found at one look.
    private enum Look: Hashable {
        case contents(TLSFileContents)
        case unreadable(TLSProblems)
    }

    private struct State {
        var material: TLSMaterial
        /// What `material` was made of.
        var taken: Look
        var last: Look
        /// The last one that could not be used, so that it is logged once.
        var refused: Look?
        var warnedAt: Instant
    }

    private let files: TLSFiles
    private let state: Mutex<State>
    private let logger: Logger
    let time: TimeSource
    let refusals: RefusalLog

    /// Reads and checks the files.
    /// - Throws: everything that is wrong with them.
    package init(files: TLSFiles, time: TimeSource, logger: Logger) throws(TLSProblems) {
        let contents = try TLSFileContents(of: files)
        let now = time.now()
        let material = try TLSMaterial(contents, from: files, at: now)
        self.files = files
        self.time = time
        self.logger = logger
        refusals = RefusalLog(time: time, logger: logger)
        let look = Look.contents(contents)
        state = Mutex(State(material: material, taken: look, last: look, warnedAt: now))
        warn(of: material, at: now)
    }

    /// What connections that begin now use.
    var material: TLSMaterial { state.withLock { $0.material } }

    /// Until when the service's own certificate is valid.
    package var certificateExpiry: Instant { material.leaf.notAfter }

    /// Until when the trusted authority that ends first is valid.
    package var authorityExpiry: Instant { material.authorities.map(\.notAfter).min() ?? certificateExpiry }

    /// The certificate and key for a handshake that begins now.
    package var sslContextConfigurationOverride: NIOSSLContextConfigurationOverride {
        let material = material
        var override = NIOSSLContextConfigurationOverride()
        override.certificateChain = material.chainSources
        override.privateKey = material.keySource
        return override
    }

    /// Looks at the files again and again until stopped.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await self.time.sleep(Self.lookInterval)
                } catch {
                    // Only cancellation ends a sleep early.
                    return
                }
                self.look()
            }
        }
    }

    /// Looks at the files once.
    func look() {
        let look: Look
        do {
            look = .contents(try TLSFileContents(of: files))
        } catch {
            look = .unreadable(error)
        }
        let now = time.now()
        let isSettled = state.withLock { state in
            defer { state.last = look }
            return look == state.last && look != state.taken
        }
        if isSettled { take(look, at: now) }
        warnAgain(at: now)
    }

    private func take(_ look: Look, at now: Instant) {
        do {
            let material = try replacement(look, at: now)
            state.withLock { state in
                state.material = material
                state.taken = look
                state.refused = nil
                state.warnedAt = now
            }
            logger.info(
                "new certificates are in use",
                metadata: ["subject": "\(material.leaf.subject)", "expires": "\(material.leaf.notAfter)"])
            warn(of: material, at: now)
        } catch {
            let isNew = state.withLock { state in
                defer { state.refused = look }
                return state.refused != look
            }
            guard isNew else { return }
            logger.error(
                "the new certificates can't be used; the old ones stay in use", metadata: ["cause": "\(error)"])
        }
    }

    /// What was found, if it can take the place of what is in use.
    private func replacement(_ look: Look, at now: Instant) throws(TLSProblems) -> TLSMaterial {
        switch look {
        case .unreadable(let problems): throw problems
        case .contents(let contents):
            let material = try TLSMaterial(contents, from: files, at: now)
            guard material.leaf.notBefore <= now else {
                let reason = "is valid only from \(material.leaf.notBefore) on: it waits until then."
                throw TLSProblems(problems: [TLSProblem(files.certificate, reason)])
            }
            return material
        }
    }

    private func warnAgain(at now: Instant) {
        let due: TLSMaterial? = state.withLock { state in
            guard state.warnedAt.duration(to: now) >= Self.warningInterval else { return nil }
            state.warnedAt = now
            return state.material
        }
        if let due { warn(of: due, at: now) }
    }

    private func warn(of material: TLSMaterial, at now: Instant) {
        for warning in material.warnings(at: now) {
            logger.warning("a certificate needs attention", metadata: ["cause": "\(warning)"])
        }
    }
}
