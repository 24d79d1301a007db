package import SharedDomain

/// Whether a request may pass, and what its client is told: of its windows the one that lets the fewest more pass.
package struct RateDecision: Sendable, Hashable {
    /// Whether the request may pass. One that may not was not counted.
    package let isAllowed: Bool
    /// The most requests in the window.
    package let limit: Int
    /// How many more would pass now.
    package let remaining: Int
    /// When `remaining` next grows.
    package let resetsAt: Instant
    /// The length of the window.
    package let windowSeconds: Int
    /// From now to `resetsAt`, rounded up; at least 1.
    package let retryAfterSeconds: Int

    /// What the four headers of the contract say; `Retry-After` is `retryAfterSeconds`.
    package init(
        isAllowed: Bool, limit: Int, remaining: Int, resetsAt: Instant, windowSeconds: Int, retryAfterSeconds: Int
    ) {
        self.isAllowed = isAllowed
        self.limit = limit
        self.remaining = remaining
        self.resetsAt = resetsAt
        self.windowSeconds = windowSeconds
        self.retryAfterSeconds = retryAfterSeconds
    }
}
