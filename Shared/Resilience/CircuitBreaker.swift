package import SharedDomain

/// Stops calling what keeps failing, and looks from time to time whether it has recovered.
///
/// Closed: calls go through; `failureThreshold` failures in a row open it. Open: calls are refused at once, for
/// `openPeriod`. Half-open: one call, the probe, goes through and the others are refused; its success closes the
/// breaker, its failure opens it again. (Nygard, "Release It!", the circuit breaker pattern.)
package actor CircuitBreaker {
    /// Failures in a row that open a breaker unless told.
    package static let standardThreshold = 5
    /// How long a breaker stays open unless told.
    package static let standardOpenPeriod = Duration.seconds(60)

    private let failureThreshold: Int
    private let openPeriod: Duration
    private let time: TimeSource
    private let countsAsFailure: @Sendable (any Error) -> Bool
    private let observe: @Sendable (CircuitBreakerEvent) -> Void
    private var phase = Phase.closed(failures: 0)
    /// Counts the changes of phase but for the failure count: a call that began in another turn says nothing now.
    private var turn = 0

    /// A closed breaker.
    ///
    /// - Parameters:
    ///   - countsAsFailure: Whether an error speaks against the other side. Cancellation never does, and is not asked
    ///     about.
    ///   - observe: Told of what it does, in order; must return at once.
    package init(
        failureThreshold: Int = standardThreshold, openPeriod: Duration = standardOpenPeriod, time: TimeSource,
        countsAsFailure: @escaping @Sendable (any Error) -> Bool = { _ in true },
        observe: @escaping @Sendable (CircuitBreakerEvent) -> Void = { _ in }
    ) {
        self.failureThreshold = failureThreshold
        self.openPeriod = openPeriod
        self.time = time
        self.countsAsFailure = countsAsFailure
        self.observe = observe
    }

    /// What the breaker does with calls now.
    package var state: CircuitBreakerState {
        switch phase {
        case .closed(let failures): .closed(failures: failures)
        case .open(let since): remaining(since: since).map { .open(for: $0) } ?? .halfOpen
        case .probing: .halfOpen
        }
    }

    /// Runs a call if the breaker lets it through, and learns from how it ends.
    ///
    /// - Throws: `CircuitOpen` without running it; otherwise what the call throws.
    package func run<Value: Sendable>(_ call: @Sendable () async throws -> Value) async throws -> Value {
        let turn = try admit()
        do {
            let value = try await call()
            conclude(.success, of: turn)
            return value
        } catch {
            let isCancelled = error is CancellationError
            conclude(isCancelled ? .unknown : countsAsFailure(error) ? .failure : .success, of: turn)
            throw error
        }
    }

    private enum Phase {
        case closed(failures: Int)
        case open(since: Instant)
        case probing
    }

    private enum Outcome {
        case success
        case failure
        case unknown
    }

    /// Lets a call through or refuses it; returns the turn that its outcome will belong to.
    private func admit() throws(CircuitOpen) -> Int {
        switch phase {
        case .closed:
            return turn
        case .probing:
            observe(.refused)
            throw CircuitOpen(retryAfter: nil)
        case .open(let since):
            if let remaining = remaining(since: since) {
                observe(.refused)
                throw CircuitOpen(retryAfter: remaining)
            }
            enter(.probing)
            observe(.probed)
            return turn
        }
    }

    private func conclude(_ outcome: Outcome, of turn: Int) {
        guard turn == self.turn else { return }
        switch (phase, outcome) {
        case (.closed, .success):
            phase = .closed(failures: 0)
        case (.closed(let failures), .failure) where failures + 1 < failureThreshold:
            phase = .closed(failures: failures + 1)
        case (.closed, .failure), (.probing, .failure):
            enter(.open(since: time.now()))
            observe(.opened)
        case (.probing, .success):
            enter(.closed(failures: 0))
            observe(.closed)
        case (.probing, .unknown):
            // The probe said nothing: the next call is the probe.
            enter(.open(since: time.now().advanced(by: .zero - openPeriod)))
        case (.closed, .unknown), (.open, _):
            break
        }
    }

    private func enter(_ phase: Phase) {
        self.phase = phase
        turn += 1
    }

    /// How long calls are still refused; nil when no longer. A clock that was set back does not prolong it.
    private func remaining(since opening: Instant) -> Duration? {
        let elapsed = opening.duration(to: time.now())
        return elapsed >= .zero && elapsed < openPeriod ? openPeriod - elapsed : nil
    }
}
