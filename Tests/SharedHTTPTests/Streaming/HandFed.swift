import NIOCore
import SharedHTTP
import SharedTesting
import Synchronization

/// A source that a test feeds by hand.
final class HandFed: PushSource {
    private struct State {
        var waiting: [ByteBuffer] = []
        var isOver = false
        var onReady: (@Sendable () -> Void)?
        var onCutOff: (@Sendable () -> Void)?
        var taken = 0
    }

    /// Open once the connection has begun to feed itself.
    let begun = Gate()
    /// Open once it was told to end.
    let ended = Gate()

    private let state = Mutex(State())
    /// What is given again and again, beside what it is fed; nil for nothing.
    private let flood: ByteBuffer?
    private let failure: (any Error)?

    init(flood: ByteBuffer? = nil, failure: (any Error)? = nil) {
        self.flood = flood
        self.failure = failure
    }

    /// How many parts were taken.
    var taken: Int { state.withLock(\.taken) }

    /// Gives that to the client.
    func feed(_ texts: [String]) {
        let onReady = state.withLock { state in
            state.waiting += texts.map { ByteBuffer(string: $0) }
            return state.onReady
        }
        onReady?()
    }

    /// Ends by itself.
    func finish() {
        let onReady = state.withLock { state in
            state.isOver = true
            return state.onReady
        }
        onReady?()
    }

    /// Has the client cut off.
    func cutOff() {
        state.withLock(\.onCutOff)?()
    }

    func begin(onReady: @escaping @Sendable () -> Void, onCutOff: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.onReady = onReady
            state.onCutOff = onCutOff
        }
        begun.open()
    }

    func take() throws -> Pushed {
        if let failure { throw failure }
        return state.withLock { state in
            if let flood, !state.isOver {
                state.taken += 1
                return .bytes(flood)
            }
            guard !state.waiting.isEmpty else { return state.isOver ? .ended : .nothing }
            state.taken += 1
            return .bytes(state.waiting.removeFirst())
        }
    }

    func end() {
        state.withLock { state in
            state.isOver = true
            state.waiting = []
        }
        ended.open()
    }

    /// Waits until nothing is taken any more.
    func waitUntilStuck() async throws {
        var (before, looks) = (0, 0)
        try await eventually("stuck") {
            let taken = self.taken
            looks = taken > 0 && taken == before ? looks + 1 : 0
            before = taken
            return looks == 3
        }
    }
}
