import Logging
import SharedDomain
import SharedTelemetry
import Synchronization

/// History as a layer: it answers, or it does not and is left alone for a while.
final class PausingArchive: Sendable {
    /// How long it is left alone after it failed.
    static let pauseAfterFailure = Duration.seconds(2)

    private let archive: any SheetArchive
    private let time: TimeSource
    private let logger: Logger
    private let lookups: CacheCounters
    private let failedAt = Mutex<Instant?>(nil)

    init(archive: any SheetArchive, time: TimeSource, logger: Logger, metrics: MetricsRegistry) {
        self.archive = archive
        self.time = time
        self.logger = logger
        lookups = CacheCounters(layer: RateLayer.history.rawValue, metrics)
    }

    /// The newest sheets of each source; nil when it does not answer or is left alone.
    func recentSheets() async -> ArchivedSheets? {
        await answer { try await archive.recentSheets(daysBeforeNewest: RecentSheets.lookBackDays) }
    }

    /// Every sheet of the days of those ranges; nil when it does not answer or is left alone.
    func sheets(in ranges: [ClosedRange<Day>]) async -> ArchivedSheets? {
        await answer { try await archive.sheets(in: ranges) }
    }

    /// Whether it says that history does not work, rather than that it was asked wrongly.
    private static func isFailure(_ code: ErrorCode) -> Bool {
        switch code {
        case .internalError, .dataNotReady, .databaseUnavailable, .cacheUnavailable, .externalAPIError,
            .rateLimitExceeded:
            true
        default: false
        }
    }

    private var isLeftAlone: Bool {
        failedAt.withLock { $0 }.map { time.isWithin(Self.pauseAfterFailure, since: $0) } ?? false
    }

    private func answer<Answer: Sendable>(_ ask: () async throws -> Answer) async -> Answer? {
        guard !isLeftAlone else { return nil }
        do {
            let answer = try await ask()
            lookups.count(isHit: true)
            if failedAt.withLock({ $0.take() }) != nil { logger.notice("history answers again") }
            return answer
        } catch {
            lookups.count(isHit: false)
            // A failure that comes of the asker's leaving says nothing of history.
            guard !Task.isCancelled else { return nil }
            // Nor does one that comes of the question.
            if let error = error as? ServiceError, !Self.isFailure(error.code) {
                logger.warning("history refuses a question", metadata: ["cause": "\(error)"])
                return nil
            }
            let isFirst = failedAt.withLock { failedAt in
                defer { failedAt = time.now() }
                return failedAt == nil
            }
            if isFirst { logger.warning("history gives no rates", metadata: ["cause": "\(error)"]) }
            return nil
        }
    }
}

extension TimeSource {
    /// Whether less than that has passed. False too for an instant in the future: the clock was set back, and nothing
    /// is known of the time between.
    func isWithin(_ duration: Duration, since instant: Instant) -> Bool {
        let elapsed = instant.duration(to: now())
        return elapsed >= .zero && elapsed < duration
    }
}
