/// Whether a failure is worth another attempt.
package enum RetryAdvice: Sendable, Hashable {
    /// Another attempt would fail alike.
    case giveUp
    /// Another attempt may succeed, but not before `after`, if the other side asked for that (`Retry-After`).
    case retry(after: Duration? = nil)
}
