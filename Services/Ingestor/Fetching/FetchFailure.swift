import SharedResilience

/// Why a source gave nothing, in words for a person; never a key, never an address with one.
struct FetchFailure: Error, Hashable, CustomStringConvertible {
    /// What went wrong.
    let description: String
    /// Whether asking again soon may help.
    var advice = RetryAdvice.giveUp

    init(_ description: String, _ advice: RetryAdvice = .giveUp) {
        self.description = description
        self.advice = advice
    }
}
