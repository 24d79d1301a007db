import SharedDomain
import SharedTesting
import Synchronization

@testable import CurrencyService

/// The service's store as a layer, which counts how often it is read, and can be taken away or held back.
final class WatchedStore: RateStore {
    private struct State {
        var reads = 0
        var isGone = false
        var gate: Gate?
    }

    private let store: any RateStore
    private let state = Mutex(State())

    init(_ store: any RateStore) {
        self.store = store
    }

    /// How many transactions have read it.
    var reads: Int { state.withLock { $0.reads } }

    /// Makes it fail from now on, as a damaged or a closed one does.
    func takeAway(_ isGone: Bool = true) {
        state.withLock { $0.isGone = isGone }
    }

    /// Holds readers back until the gate is open.
    func hold(at gate: Gate) {
        state.withLock { $0.gate = gate }
    }

    func contents() async throws -> CurrencyHoldings.Contents {
        try await begin()
        return try await store.contents()
    }

    func sheets(_ days: ClosedRange<Day>) async throws -> StoredSheets {
        try await begin()
        return try await store.sheets(days)
    }

    private func begin() async throws {
        let (isGone, gate) = state.withLock { state in
            state.reads += 1
            return (state.isGone, state.gate)
        }
        try await gate?.wait()
        guard !isGone else { throw TestFailure("the store is closed") }
    }
}
