import Logging
import SharedDomain

/// The latest rates in memory, so that a chart costs no call: the source is asked for all of them at once when they are
/// older than their lifetime, once for all the requests of that moment. While it does not answer, the last good ones
/// stay, as many as there are currencies.
actor RateBoard {
    /// How long the source is left alone after it failed.
    static let pauseAfterFailure = Duration.seconds(2)

    private let source: any RateSource
    private let lifetime: Duration
    private let time: TimeSource
    private let logger: Logger

    private var held: (rates: [CurrencyCode: DestinationRate], since: Instant)?
    private var failedAt: Instant?
    private var isAsking = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(source: any RateSource, lifetime: Duration, time: TimeSource, logger: Logger) {
        self.source = source
        self.lifetime = lifetime
        self.time = time
        self.logger = logger
    }

    /// The rates as of now, or the best there is in their place.
    func rates() async -> PostedRates {
        while needsAnswer, !Task.isCancelled {
            if isAsking {
                // As long as a call may take, and no longer.
                await withCheckedContinuation { waiting.append($0) }
            } else {
                await ask()
            }
        }
        guard let held else { return .missing }
        return PostedRates(held.rates, isCurrent ? .current : .outdated)
    }

    /// How many requests wait for the answer that another one asked for.
    var waitingCount: Int { waiting.count }

    private var isCurrent: Bool { held.map { isWithin(lifetime, since: $0.since) } ?? false }

    private var needsAnswer: Bool {
        !isCurrent && !(failedAt.map { isWithin(Self.pauseAfterFailure, since: $0) } ?? false)
    }

    /// False too for an instant in the future: the clock was set back, and nothing is known of the time between.
    private func isWithin(_ duration: Duration, since instant: Instant) -> Bool {
        let elapsed = instant.duration(to: time.now())
        return elapsed >= .zero && elapsed < duration
    }

    private func ask() async {
        isAsking = true
        do {
            let rates = try await source.latest()
            held = (rates, time.now())
            if failedAt != nil { logger.notice("currency answers again") }
            failedAt = nil
        } catch {
            // A failure that comes of the asker's leaving says nothing of the source: of those who wait, the first
            // asks again.
            if !Task.isCancelled { recordFailure(error) }
        }
        isAsking = false
        let released = waiting
        waiting = []
        for continuation in released { continuation.resume() }
    }

    /// The request goes on without rates, and says so in its answer.
    private func recordFailure(_ error: any Error) {
        if failedAt == nil { logger.warning("currency gives no rates", metadata: ["cause": "\(error)"]) }
        failedAt = time.now()
    }
}
