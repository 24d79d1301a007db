package import SharedDomain

/// How often and after what pauses a failed operation is tried again.
///
/// The pauses double and are spread at random, so that many callers who failed together do not come back together.
package struct RetryPolicy: Sendable {
    /// One second, then two, then four: three retries, so four attempts in all.
    package static let standardDelays: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]
    /// The largest share of a delay that is added to it at random.
    package static let standardJitter = 0.5
    /// The longest pause that the other side is granted; one who asks for more is given up on.
    package static let standardLongestPause = Duration.seconds(60)

    /// The pause before each retry; as many retries as delays.
    package let delays: [Duration]
    /// Each pause is its delay times a number from 1 to 1 + `jitter`.
    package let jitter: Double
    /// No pause is longer.
    package let longestPause: Duration

    private let random: @Sendable () -> Double
    private let advice: @Sendable (any Error) -> RetryAdvice

    /// A policy; the standard one unless told.
    ///
    /// - Parameters:
    ///   - random: A number from 0 up to but not including 1, a new one for each pause.
    ///   - advice: Whether an error is worth another attempt. Cancellation never is, and is not asked about.
    package init(
        delays: [Duration] = standardDelays, jitter: Double = standardJitter,
        longestPause: Duration = standardLongestPause,
        random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        advice: @escaping @Sendable (any Error) -> RetryAdvice
    ) {
        self.delays = delays
        self.jitter = jitter
        self.longestPause = longestPause
        self.random = random
        self.advice = advice
    }

    /// Runs an operation until it succeeds, is not worth another attempt, or the retries are used up.
    ///
    /// - Parameter operation: Is told the number of the attempt, from 1.
    /// - Throws: The error of the last attempt, or `CancellationError` when the task is cancelled in a pause.
    package func run<Value>(
        time: TimeSource, isolation: isolated (any Actor)? = #isolation,
        _ operation: (_ attempt: Int) async throws -> Value
    ) async throws -> Value {
        var attempt = 1
        while true {
            do {
                return try await operation(attempt)
            } catch {
                guard !(error is CancellationError), !Task.isCancelled, attempt <= delays.count,
                    let pause = pause(of: delays[attempt - 1], after: advice(error))
                else { throw error }
                try await time.sleep(pause)
                attempt += 1
            }
        }
    }

    /// How long to wait; nil to give up.
    private func pause(of delay: Duration, after advice: RetryAdvice) -> Duration? {
        guard case .retry(let asked) = advice else { return nil }
        let spread = min(delay * (1 + jitter * random()), longestPause)
        let pause = max(spread, asked ?? .zero)
        return pause <= longestPause ? pause : nil
    }
}
