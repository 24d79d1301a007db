import Logging
import SharedDomain
import SharedHTTP
import SharedMessaging
import SharedRuntime

/// What the data-ingestor says of itself in `/health`.
struct IngestorReport: Sendable {
    let status: CollectionStatus
    let deliveries: DeliveryWatch
    let relays: [Relay]
    let sources: [any Source]
    let logger: Logger

    func make() async -> ServiceReport {
        let now = status.snapshot
        let pending = await known { try await deliveries.backlog().reduce(0) { $0 + $1.pending } }
        let deadLetters = await known { try await deliveries.deadLetters() }
        return ServiceReport(
            freshness: [
                .init("accepted_days", now.coverage.days),
                .init("newest_day", now.coverage.newestDay),
                .init("first_load", now.firstLoad.rawValue),
                .init("seed_days_total", now.shippedDays),
                .init("pending_events", pending),
                .init("dead_letters", deadLetters),
                .init("last_success", now.lastSuccess),
                .init("last_error", now.lastError),
                .init("breakers", await BreakerStates(of: sources)),
            ],
            isDegraded: now.lastError != nil || now.firstLoad == .failed || deadLetters != 0,
            messaging: relays.contains { $0.lastFailure != nil } || pending == nil ? .degraded : .healthy)
    }

    /// A figure over all subscribers; nil when the store does not say.
    private func known(_ figure: () async throws -> Int) async -> Int? {
        do {
            return try await figure()
        } catch {
            logger.debug("the state of deliveries is not known", metadata: ["cause": "\(error)"])
            return nil
        }
    }
}
