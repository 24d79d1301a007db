import SharedDomain
import SharedRuntime

/// One collection and the delivery of what came of it: what `single` and `cronjob` are.
struct OneCollection: Sendable {
    let collector: Collector
    let deliveries: DeliveryWatch
    let mode: ExecutionMode
    let deliveryTimeout: Duration
    let compaction: DailyJob
    /// Where the summary goes.
    let say: @Sendable (String) -> Void

    /// - Throws: `EverySourceFailed`; `StoppedEarly`; what is wrong with the store.
    func run() async throws {
        do {
            try await collectAndDeliver()
        } catch is CancellationError {
            throw StoppedEarly()
        }
    }

    private func collectAndDeliver() async throws {
        let report = try await collector.collect(mode)
        let left = try await deliveries.wait(atMost: deliveryTimeout)
        let waits = left.filter { !$0.isDone }
        if mode == .single || report.isNoteworthy || !waits.isEmpty {
            let backlog = waits.map { left in
                left.pending > 0 ? "\(left.pending) left for \(left.subscriber)" : "\(left.subscriber) not reached"
            }
            say("\(report.summary); \(backlog.isEmpty ? "all delivered" : backlog.joined(separator: ", "))")
        }
        await compaction.runOnce()
        if report.everySourceFailed { throw EverySourceFailed(reasons: report.failures) }
    }
}

/// There was nothing to be had from any source.
struct EverySourceFailed: Error, CustomStringConvertible {
    let reasons: String

    /// A sentence for whoever started the process.
    var description: String { "every source failed: \(reasons)" }
}

/// Someone stopped the process before it was done.
struct StoppedEarly: Error, CustomStringConvertible {
    /// A sentence for whoever stopped it.
    let description = "stopped before it was done; what was taken in stays, and the next run goes on from there"
}
