import Logging
import SharedDomain
import SharedTelemetry
import Synchronization

/// The own store as a layer: it answers, or it does not, which is counted, and logged when it begins.
final class CountedRateStore: Sendable {
    private let store: any RateStore
    private let logger: Logger
    private let lookups: CacheCounters
    private let isFailing = Mutex(false)

    init(store: any RateStore, logger: Logger, metrics: MetricsRegistry) {
        self.store = store
        self.logger = logger
        lookups = CacheCounters(layer: RateLayer.store.rawValue, metrics)
    }

    /// Everything that memory holds; nil when there are no rates in it or it does not answer.
    func contents() async -> CurrencyHoldings.Contents? {
        let contents = await answer { try await store.contents() }
        let found = contents.flatMap { $0.rates.isEmpty ? nil : $0 }
        lookups.count(isHit: found != nil)
        return found
    }

    /// The sheets of some days; nil when it does not answer.
    func sheets(_ days: ClosedRange<Day>) async -> StoredSheets? {
        let sheets = await answer { try await store.sheets(days) }
        let found = sheets.flatMap { $0.newestDays.isEmpty ? nil : $0 }
        lookups.count(isHit: found != nil)
        return found
    }

    private func answer<Answer: Sendable>(_ ask: () async throws -> Answer) async -> Answer? {
        do {
            let answer = try await ask()
            isFailing.withLock { $0 = false }
            return answer
        } catch {
            // The next layer is asked in its place.
            guard !Task.isCancelled else { return nil }
            let isFirst = isFailing.withLock { isFailing in
                defer { isFailing = true }
                return !isFailing
            }
            if isFirst { logger.warning("the store gives no rates", metadata: ["cause": "\(error)"]) }
            return nil
        }
    }
}
