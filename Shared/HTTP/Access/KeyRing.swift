package import Logging
import ServiceLifecycle
package import SharedDomain
import Synchronization

/// The keys that are valid now, taken from the file of keys and taken anew whenever the file changes.
///
/// A missing file means that there are no keys, at start and later. A file that cannot be used keeps a service from
/// starting; when a running one finds it so, it logs that and goes on with the keys it has.
package final class KeyRing: Service {
    /// How often a running service looks at the file.
    static let interval = Duration.seconds(2)

    private struct State {
        var entries: [String: Held] = [:]
        /// Of the content last looked at, whether it could be used or not.
        var stamp: FileSnapshot.Stamp?
        /// What was last logged as wrong, so that it is not logged again and again.
        var complaint: String?
    }

    private struct Held {
        let entry: KeyEntry
        let principal: Principal
    }

    private let path: String
    private let time: TimeSource
    private let logger: Logger
    private let state: Mutex<State>
    /// What an unknown id is compared with, so that it takes as long as a known one.
    private let nobody = [UInt8](repeating: 0, count: 32)

    /// Reads the file.
    ///
    /// Throws `KeyFileProblem`, which names the file and says what to do.
    package init(path: String, time: TimeSource, logger: Logger) throws(KeyFileProblem) {
        self.path = path
        self.time = time
        self.logger = logger
        do {
            let snapshot = try KeyFile.read(path)
            state = Mutex(State(entries: Self.held(snapshot?.file), stamp: snapshot?.stamp))
            if let stamp = snapshot?.stamp { Self.warn(stamp, path, logger) }
        } catch {
            throw KeyFileProblem(
                "The file of keys '\(path)' \(error.description). Correct it, bring back a copy, or move it away and "
                    + "make new keys with 'keys create'.")
        }
    }

    /// Looks at the file every two seconds until stopped.
    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await self.time.sleep(Self.interval)
                } catch is CancellationError {
                    return
                }
                self.refresh()
            }
        }
    }

    /// Who has a key.
    ///
    /// Throws `EdgeFailure`. The reasons differ only for those who know the secret.
    func principal(of key: KeyText) throws -> Principal {
        let held = state.withLock { $0.entries[key.id] }
        let isRight = ConstantTime.areEqual(key.digest, held?.entry.secretDigest ?? nobody)
        guard let held, isRight else { throw EdgeFailure.invalidCredentials("The key is not valid.") }
        switch held.entry.state(at: time.now()) {
        case .active: return held.principal
        case .expired: throw EdgeFailure.invalidCredentials("The key has expired.")
        case .revoked: throw EdgeFailure.invalidCredentials("The key was revoked.")
        }
    }

    /// Takes the keys anew if the file is another than last time.
    func refresh() {
        let known = state.withLock { $0.stamp }
        do {
            guard try FileSnapshot.stamp(of: path) != known else { return }
            let snapshot = try KeyFile.read(path)
            let entries = Self.held(snapshot?.file)
            state.withLock { $0 = State(entries: entries, stamp: snapshot?.stamp, complaint: nil) }
            if let stamp = snapshot?.stamp { Self.warn(stamp, path, logger) }
            logger.notice("took the changed file of keys", metadata: ["keys": "\(entries.count)"])
        } catch let problem as KeyFileProblem {
            complain(problem.description)
        } catch let refusal as FileSnapshot.Refusal {
            complain(refusal.reason)
        } catch {
            complain("cannot be read: \(error)")
        }
    }

    private func complain(_ reason: String) {
        let isNew = state.withLock { state in
            defer { state.complaint = reason }
            return state.complaint != reason
        }
        guard isNew else { return }
        logger.error("the file of keys '\(path)' \(reason); the keys it held before stay valid until it is corrected")
    }

    private static func held(_ file: KeyFile?) -> [String: Held] {
        let pairs = (file?.keys ?? []).map { entry in
            let principal = Principal(id: entry.id, tier: entry.tier, scopes: Set(entry.scopes))
            return (entry.id, Held(entry: entry, principal: principal))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func warn(_ stamp: FileSnapshot.Stamp, _ path: String, _ logger: Logger) {
        guard stamp.isOpenToOthers else { return }
        logger.warning("the file of keys '\(path)' is open to other users: run chmod 600 on it")
    }
}
