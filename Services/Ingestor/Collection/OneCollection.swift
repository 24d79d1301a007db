import SharedDomain

/// One collection and the delivery of what came of it: what `single` and `cronjob` are.
struct OneCollection: Sendable {
    let collector: Collector
    let deliveries: DeliveryWatch
    let mode: ExecutionMode
    let deliveryTimeout: Duration
    let compaction: OutboxCompaction
    /// Where the summary goes.
    let say: @Sendable (String) -> Void

    /// - Throws: `EverySourceFailed`, and what is wrong with the store.
    func run() async throws {
        let report = try await collector.collect(mode)
        let left = try await deliveries.wait(atMost: deliveryTimeout)
        let waits = left.filter { !$0.isDone }
        if mode == .single || report.isNoteworthy || !waits.isEmpty {
            let backlog = waits.map { left in
                left.pending > 0
                    ? "\(left.pending) events left for \(left.subscriber)" : "\(left.subscriber) not reached"
            }
            let delivery = backlog.isEmpty ? "all delivered" : backlog.joined(separator: ", ")
            say("\(report.summary); \(delivery)")
        }
        await compaction.compact()
        if report.everySourceFailed { throw EverySourceFailed(reasons: report.failures) }
    }
}

/// There was nothing to be had from any source.
struct EverySourceFailed: Error, CustomStringConvertible {
    let reasons: String

    /// A sentence for whoever started the process.
    var description: String { "every source failed: \(reasons)" }
}
