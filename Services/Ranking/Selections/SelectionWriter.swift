import ServiceLifecycle
import SharedDomain

/// Group commit: selections that arrive while one transaction is being made durable share the next one, so the disk is
/// waited for once for all of them, and each is acknowledged only after it.
final class SelectionWriter: Service {
    /// The most entries that wait; one more is refused.
    static let queueLimit = 4096
    /// The most entries in one transaction.
    static let batchLimit = 512

    private let ledger: any SelectionLedger
    private let queue: SelectionQueue
    private let batchLimit: Int
    private let metrics: SelectionMetrics
    private let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    init(
        ledger: any SelectionLedger, queueLimit: Int = queueLimit, batchLimit: Int = batchLimit,
        metrics: SelectionMetrics = SelectionMetrics()
    ) {
        self.ledger = ledger
        self.queue = SelectionQueue(limit: queueLimit)
        self.batchLimit = batchLimit
        self.metrics = metrics
    }

    /// How many entries wait to be written.
    var waitingCount: Int { queue.count }

    /// Waits until the entry is durable.
    ///
    /// - Throws: `DATABASE_UNAVAILABLE` when it was not stored and may be sent again; `CancellationError` when the caller
    ///   was cancelled, in which case the entry may be stored nevertheless.
    func write(_ entry: SelectionEntry) async throws -> SelectionOutcome {
        try Task.checkCancellation()
        let number = queue.takeNumber()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isTaken = queue.add(SelectionQueue.Item(number: number, entry: entry), continuation)
                if !isTaken { metrics.refused() }
                // A cancellation that came before there was someone to tell.
                if Task.isCancelled { giveUp(number) }
                arrival.yield()
            }
        } onCancel: {
            giveUp(number)
        }
    }

    /// Writes until stopped; what has arrived by then is written first.
    func run() async throws {
        await withGracefulShutdownHandler {
            for await _ in arrivals { await commitAll() }
            // Reached in a cancelled task too, where each write fails at once and says so to those who wait.
            queue.close()
            await commitAll()
        } onGracefulShutdown: {
            self.queue.close()
            self.arrival.finish()
        }
    }

    private func commitAll() async {
        while true {
            let batch = queue.take(atMost: batchLimit)
            guard !batch.isEmpty else { return }
            await commit(batch)
        }
    }

    private func commit(_ batch: [SelectionQueue.Item]) async {
        let start = ContinuousClock.now
        do {
            let outcomes = try await ledger.append(batch.map(\.entry))
            metrics.committed(outcomes, in: start.duration(to: .now))
            for (item, outcome) in zip(batch, outcomes) { queue.settle(item.number, .success(outcome)) }
        } catch {
            metrics.refused(batch.count)
            let reason: any Error = error is CancellationError ? ServiceError.stopping : error
            for item in batch { queue.settle(item.number, .failure(reason)) }
        }
    }

    private func giveUp(_ number: Int) {
        queue.settle(number, .failure(CancellationError()))
    }
}
