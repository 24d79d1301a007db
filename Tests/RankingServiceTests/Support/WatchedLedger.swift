import SharedDomain
import SharedTesting
import Synchronization

@testable import RankingService

/// A ledger that notes the size of each transaction, can be held back, and can be made to fail.
final class WatchedLedger: SelectionLedger {
    private struct State {
        var batches: [Int] = []
        var failure: ServiceError?
    }

    private let ledger: any SelectionLedger
    private let gate: Gate
    private let state = Mutex(State())

    /// - Parameter gate: what every transaction passes first.
    init(_ ledger: any SelectionLedger, gate: Gate) {
        self.ledger = ledger
        self.gate = gate
    }

    /// How many entries each transaction had, in order.
    var batches: [Int] { state.withLock { $0.batches } }

    /// Makes every transaction fail until told otherwise.
    func fail(with failure: ServiceError?) { state.withLock { $0.failure = failure } }

    func append(_ entries: [SelectionEntry]) async throws -> [SelectionOutcome] {
        let failure = state.withLock { state in
            state.batches.append(entries.count)
            return state.failure
        }
        try await gate.wait()
        if let failure { throw failure }
        return try await ledger.append(entries)
    }
}

/// A ledger in memory, which records everything under the identity it came with.
struct AgreeableLedger: SelectionLedger {
    func append(_ entries: [SelectionEntry]) async throws -> [SelectionOutcome] {
        entries.map { .recorded($0.selection.id) }
    }
}
