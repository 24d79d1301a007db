import Crypto
import SharedDomain
import Synchronization

/// Tokens whose signature was found right, so that a busy client pays for it once: at most 1,024, the oldest leaves for
/// a new one. Only valid tokens get in, so nobody fills it with anything else. All are forgotten when the keys change.
final class VerifiedTokens: Sendable {
    struct Entry: Sendable {
        let principal: Principal
        let expires: Instant
    }

    static let usualCapacity = 1024

    private struct State {
        var generation = 0
        var entries: [SHA256Digest: Entry] = [:]
        var order: [SHA256Digest] = []
        var oldest = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int = VerifiedTokens.usualCapacity) {
        self.capacity = capacity
    }

    /// What was found for a token with the keys of this generation.
    func find(_ token: SHA256Digest, generation: Int) -> Entry? {
        state.withLock { $0.generation == generation ? $0.entries[token] : nil }
    }

    /// Keeps what was found with the keys of a generation, unless there are newer ones.
    func keep(_ entry: Entry, for token: SHA256Digest, generation: Int) {
        state.withLock { state in
            guard generation >= state.generation else { return }
            if generation > state.generation { state = State(generation: generation) }
            guard state.entries.updateValue(entry, forKey: token) == nil else { return }
            if state.order.count < capacity {
                state.order.append(token)
            } else {
                state.entries[state.order[state.oldest]] = nil
                state.order[state.oldest] = token
                state.oldest = (state.oldest + 1) % capacity
            }
        }
    }

    var count: Int { state.withLock { $0.entries.count } }
}
