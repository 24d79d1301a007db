import Logging
import ServiceLifecycle
import SharedDomain
import Synchronization

/// The key set that is valid now, brought up to date while the service runs. What cannot be read or fetched is logged,
/// and the last good set stays.
///
/// A set from a file must be good when the service starts, as every other setting. One from an address may come later:
/// an identity provider that is down keeps nothing from starting; tokens are answered with 503 until it is there, and
/// keys and anonymous requests work.
final class TokenKeys: Service {
    /// The keys, and a number that grows whenever they change.
    struct Current: Sendable {
        let set: TokenKeySet
        let generation: Int
    }

    /// A moment to fetch because a token names an unknown key, or why not.
    enum Chance {
        case fetch
        /// Another request is fetching.
        case wait
        /// It was fetched a moment ago.
        case no
    }

    private static let fileInterval = Duration.seconds(2)
    private static let interval = Duration.seconds(600)
    /// The least time between two fetches, and the pause after one that failed.
    private static let leastInterval = Duration.seconds(30)

    private struct State {
        var current: Current?
        var content: [UInt8] = []
        var stamp: FileSnapshot.Stamp?
        var isFetching = false
        var fetchedAt: Instant?
        var complaint: String?
    }

    private let source: TokenKeySource
    private let time: TimeSource
    private let logger: Logger
    private let state = Mutex(State())

    /// Reads a file; an address is asked once the service runs.
    ///
    /// Throws `KeyFileProblem` for a file that cannot be used.
    init(_ source: TokenKeySource, time: TimeSource, logger: Logger) async throws {
        self.source = source
        self.time = time
        self.logger = logger
        guard case .file(let path) = source else { return }
        do {
            try await take(path)
        } catch let refusal as TokenKeySet.Refusal {
            throw KeyFileProblem("The key set '\(path)' (JWT_JWKS_FILE) \(refusal.reason). Correct it.")
        }
    }

    /// Nil as long as none could be had.
    var current: Current? { state.withLock { $0.current } }

    /// Keeps the set up to date until stopped.
    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await self.round()
                } catch is CancellationError {
                    return
                }
            }
        }
    }

    /// Whether a request that brings an unknown key is to fetch. After `.fetch` it must call `fetch`.
    func chance() -> Chance {
        guard case .url = source else { return .no }
        let now = time.now()
        return state.withLock { state in
            if state.isFetching { return .wait }
            // A clock that went back must not put fetching off for long.
            if let last = state.fetchedAt, last <= now, now < last.advanced(by: Self.leastInterval) { return .no }
            state.isFetching = true
            state.fetchedAt = now
            return .fetch
        }
    }

    /// Fetches, after `chance` said so. What goes wrong is logged.
    func fetch() async throws {
        defer { state.withLock { $0.isFetching = false } }
        guard case .url(let url) = source else { return }
        do {
            try await take(try await TokenKeyFetch(url: url, time: time).run())
        } catch let failure as TokenKeyFetch.Failure {
            complain("could not be fetched: \(failure.reason)")
        } catch let refusal as TokenKeySet.Refusal {
            complain(refusal.reason)
        }
    }

    private func round() async throws {
        switch source {
        case .file(let path):
            try await time.sleep(Self.fileInterval)
            do {
                try await take(path)
            } catch let refusal as TokenKeySet.Refusal {
                complain(refusal.reason)
            }
        case .url:
            if case .fetch = chance() { try await fetch() }
            let isGood = state.withLock { $0.current != nil && $0.complaint == nil }
            try await time.sleep(isGood ? Self.interval : Self.leastInterval)
        }
    }

    /// Reads the file if it is another than last time.
    private func take(_ path: String) async throws {
        do {
            let known = state.withLock { $0.stamp }
            if let known, try FileSnapshot.stamp(of: path) == known { return }
            guard let snapshot = try FileSnapshot.read(path, limit: TokenKeySet.maximumBytes) else {
                throw TokenKeySet.Refusal(reason: "does not exist")
            }
            try await take(snapshot.bytes)
            state.withLock { $0.stamp = snapshot.stamp }
        } catch let refusal as FileSnapshot.Refusal {
            throw TokenKeySet.Refusal(reason: refusal.reason)
        }
    }

    private func take(_ content: [UInt8]) async throws {
        let isKnown = state.withLock { state in
            guard state.current != nil, state.content == content else { return false }
            state.complaint = nil
            return true
        }
        if isKnown { return }
        let set = try await TokenKeySet(content)
        state.withLock { state in
            state.current = Current(set: set, generation: (state.current?.generation ?? 0) + 1)
            state.content = content
            state.complaint = nil
        }
        logger.notice("took a key set for tokens", metadata: ["keys": "\(set.keys.count)"])
        for reason in set.leftOut { logger.warning("in the key set for tokens, \(reason)") }
    }

    private func complain(_ reason: String) {
        let (isNew, hasKeys) = state.withLock { state in
            defer { state.complaint = reason }
            return (state.complaint != reason, state.current != nil)
        }
        guard isNew else { return }
        let consequence = hasKeys ? "the keys from before stay valid" : "tokens are answered with 503 until then"
        logger.error("the key set for tokens \(reason); \(consequence)")
    }
}
