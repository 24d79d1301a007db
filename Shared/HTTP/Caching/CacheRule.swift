/// Whether clients, proxies and the edge itself may keep the answers of a route.
package enum CacheRule: Sendable {
    /// Nobody keeps them: `no-store`.
    case never
    /// They are kept as long as their version holds. The closure is asked before the handler for each request and
    /// answers from memory; a version of nil means that this answer cannot be kept now. For GET only.
    case versioned(@Sendable (EdgeRequest) throws -> AnswerVersion?)
}
