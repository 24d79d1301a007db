import Logging
import SharedDomain
import SharedTelemetry
import Synchronization

/// The latest rates in memory, so that a chart costs no call: the source is asked for all of them at once when they are
/// older than their lifetime, once for all the requests of that moment. While it does not answer, the last good ones
/// stay, as many as there are currencies.
final class RateBoard: Sendable {
    /// How long the source is left alone after it failed.
    static let pauseAfterFailure = Duration.seconds(2)

    /// What a request has to do for rates.
    private enum Step {
        case take(PostedRates)
        case ask
        case wait
    }

    /// Its name among the layers of what is kept in memory.
    static let layer = "rate_board"

    private struct State {
        var held: RateTable?
        /// When the source gave them; nil for those of an earlier run.
        var heldSince: Instant?
        var failedAt: Instant?
        var isAsking = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let source: any RateSource
    private let lifetime: Duration
    private let time: TimeSource
    private let logger: Logger
    private let lookups: CacheCounters
    private let keep: @Sendable (RateTable) -> Void
    private let state: Mutex<State>

    /// - Parameters:
    ///   - kept: the rates of an earlier run, shown as outdated until the source answers.
    ///   - keep: called with every answer of the source; must not wait.
    init(
        source: any RateSource, lifetime: Duration, time: TimeSource, logger: Logger,
        lookups: CacheCounters = CacheCounters(layer: RateBoard.layer, MetricsRegistry()), kept: RateTable? = nil,
        keep: @escaping @Sendable (RateTable) -> Void = { _ in }
    ) {
        self.source = source
        self.lifetime = lifetime
        self.time = time
        self.logger = logger
        self.lookups = lookups
        self.keep = keep
        state = Mutex(State(held: kept))
    }

    /// The rates as of now, or the best there is in their place, without waiting; nil when the source must be asked.
    var posted: PostedRates? {
        state.withLock { needsAnswer($0) ? nil : posted($0) }
    }

    /// The rates as of now, or the best there is in their place.
    func rates() async -> PostedRates {
        var hasAsked = false
        while !Task.isCancelled {
            switch nextStep() {
            case .take(let rates):
                lookups.count(isHit: !hasAsked)
                return rates
            case .ask: await ask()
            case .wait: await waitForAnswer()
            }
            hasAsked = true
        }
        return state.withLock { posted($0) }
    }

    /// How many requests wait for the answer that another one asked for.
    var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// Whether calls are held back, or the next one shows whether the source has recovered.
    var pause: RatePause {
        state.withLock { state in
            guard let failedAt = state.failedAt else { return .none }
            return isWithin(Self.pauseAfterFailure, since: failedAt) ? .pausing : .probing
        }
    }

    // MARK: State

    private func nextStep() -> Step {
        state.withLock { state in
            guard needsAnswer(state) else { return .take(posted(state)) }
            if state.isAsking { return .wait }
            state.isAsking = true
            return .ask
        }
    }

    private func posted(_ state: State) -> PostedRates {
        guard let held = state.held else { return .missing }
        return PostedRates(held, isCurrent(state) ? .current : .outdated)
    }

    private func isCurrent(_ state: State) -> Bool {
        state.heldSince.map { isWithin(lifetime, since: $0) } ?? false
    }

    private func needsAnswer(_ state: State) -> Bool {
        !isCurrent(state) && !(state.failedAt.map { isWithin(Self.pauseAfterFailure, since: $0) } ?? false)
    }

    /// False too for an instant in the future: the clock was set back, and nothing is known of the time between.
    private func isWithin(_ duration: Duration, since instant: Instant) -> Bool {
        let elapsed = instant.duration(to: time.now())
        return elapsed >= .zero && elapsed < duration
    }

    // MARK: Asking

    private func ask() async {
        do {
            let table = RateTable(try await source.latest())
            let hadFailed = finishAsking { state in
                let hadFailed = state.failedAt != nil
                (state.held, state.heldSince, state.failedAt) = (table, time.now(), nil)
                return hadFailed
            }
            if hadFailed { logger.notice("currency answers again") }
            keep(table)
        } catch {
            // A failure that comes of the asker's leaving says nothing of the source: of those who wait, the first
            // asks again.
            let isCancelled = Task.isCancelled
            let isFirst = finishAsking { state in
                let isFirst = state.failedAt == nil
                if !isCancelled { state.failedAt = time.now() }
                return isFirst
            }
            // The request goes on without rates, and says so in its answer.
            if isFirst, !isCancelled { logger.warning("currency gives no rates", metadata: ["cause": "\(error)"]) }
        }
    }

    /// Notes what became of the question, and lets those go on who waited for it.
    private func finishAsking(_ note: (inout State) -> Bool) -> Bool {
        let (result, released) = state.withLock { state in
            let result = note(&state)
            let released = state.waiting
            (state.isAsking, state.waiting) = (false, [])
            return (result, released)
        }
        for continuation in released { continuation.resume() }
        return result
    }

    /// As long as a call may take, and no longer.
    private func waitForAnswer() async {
        await withCheckedContinuation { continuation in
            let isAnswered = state.withLock { state in
                if state.isAsking { state.waiting.append(continuation) }
                return !state.isAsking
            }
            if isAnswered { continuation.resume() }
        }
    }
}
